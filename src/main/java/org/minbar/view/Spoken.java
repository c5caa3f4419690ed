package org.minbar.view;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;
import org.minbar.language.Language;
import org.minbar.language.Languages;

/**
 * The language in which this request is answered; the web room chooses it before any door opens. Where it only guessed,
 * from what the browser asks for, the language that a person has set for her screens comes first.
 */
@RequestScoped
public class Spoken {

    /** The cookie that remembers the language of the editors' screens in one browser. */
    public static final String COOKIE = "minbar-desk-language";

    @Inject
    private Languages languages;

    private @Nullable Language language;
    private boolean guessed;

    /** The language that the address, this request or this browser names. */
    public void speak(Language chosen) {
        language = chosen;
        guessed = false;
    }

    /** The best guess, as long as nobody has chosen. */
    public void guess(Language likely) {
        language = likely;
        guessed = true;
    }

    /** What the person has set for herself: better than a guess. */
    public void prefer(Language own) {
        if (language == null || guessed) speak(own);
    }

    public Language language() {
        return language == null ? languages.first() : language;
    }
}
