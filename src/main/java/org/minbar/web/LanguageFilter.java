package org.minbar.web;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.util.Optional;
import org.minbar.language.Language;
import org.minbar.language.Languages;

/**
 * Chooses the language of the answer: the one in the address, if it begins with one; else what the browser asks for.
 */
@Provider
@PreMatching
@Priority(100)
@ApplicationScoped
public class LanguageFilter implements ContainerRequestFilter {

    @Inject
    private Languages languages;

    @Inject
    private Spoken spoken;

    protected LanguageFilter() {}

    @Override
    public void filter(ContainerRequestContext request) {
        String path = request.getUriInfo().getPath();
        String start = path.startsWith("/") ? path.substring(1) : path;
        int slash = start.indexOf('/');
        Optional<Language> inAddress = languages.find(slash < 0 ? start : start.substring(0, slash));
        spoken.speak(inAddress.orElseGet(() -> languages.best(request.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE))));
    }
}
