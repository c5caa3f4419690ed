package org.minbar.web;

import java.util.Optional;

/**
 * A refusal as the API tells it: RFC 9457.
 *
 * @param type a name for the kind of problem, the same in every language
 * @param title a whole sentence in the caller's language
 * @param detail what to do next, in the caller's language
 * @param field the offending field, dotted where nested
 */
public record Problem(String type, String title, int status, Optional<String> detail, Optional<String> field) {

    public static final String MEDIA_TYPE = "application/problem+json";
}
