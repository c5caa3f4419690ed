package org.minbar.view;

import java.util.List;
import java.util.Optional;

/**
 * What a person sees who cannot have what was asked for: template {@code refusal}. It stands alone, without a menu,
 * because whatever went wrong may have been the menu.
 *
 * @param status the HTTP status: 404
 * @param siteName the newspaper's name, in the page's language
 * @param home the address of the front page
 * @param searchUrl the address of the search
 * @param message the refusal as a whole sentence
 * @param mend what to do next, as a whole sentence; may be empty
 * @param reference what to quote when asking for help; empty where there is nothing to quote
 * @param languages the front pages in the other languages
 * @param fault what is wrong with the theme; only for people of the house
 */
public record RefusalPage(
        int status,
        String siteName,
        String home,
        String searchUrl,
        String message,
        String mend,
        String reference,
        List<Link> languages,
        Optional<TemplateFault> fault) {}
