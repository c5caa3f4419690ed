package org.minbar.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;
import org.minbar.language.Language;
import org.minbar.language.Languages;

/** The language in which this request is answered. */
@RequestScoped
public class Spoken {

    @Inject
    private Languages languages;

    private @Nullable Language language;

    void speak(Language chosen) {
        language = chosen;
    }

    public Language language() {
        return language == null ? languages.first() : language;
    }
}
