package org.minbar.view;

import org.minbar.language.Language;

/**
 * A page on its way to the reader: which template, what it shows, and in which language. The template reads the model as
 * {@code page} and the language as {@code language}.
 *
 * @param template the name without folder and ending: {@code story}
 * @param model the page record, which is all that the template is given
 * @param room whose theme sets it: the reader's site or the editors' desk
 */
public record View(String template, Object model, Language language, Room room) {

    /** Readers see the theme that a setting names; editors always see the theme {@code desk}. */
    public enum Room {
        SITE,
        DESK
    }

    public static View of(String template, Object model, Language language) {
        return new View(template, model, language, Room.SITE);
    }

    public static View atDesk(String template, Object model, Language language) {
        return new View(template, model, language, Room.DESK);
    }
}
