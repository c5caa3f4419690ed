package org.minbar.view;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;
import org.minbar.language.Language;
import org.minbar.language.Languages;

/** The language in which this request is answered; the web room chooses it before any door opens. */
@RequestScoped
public class Spoken {

    @Inject
    private Languages languages;

    private @Nullable Language language;

    public void speak(Language chosen) {
        language = chosen;
    }

    public Language language() {
        return language == null ? languages.first() : language;
    }
}
