package org.minbar.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.minbar.language.Language;
import org.minbar.language.Languages;
import org.minbar.language.Refusal;
import org.minbar.view.Link;
import org.minbar.view.Messages;
import org.minbar.view.RefusalPage;
import org.minbar.view.TemplateFault;

/** A refusal as it is told: a page for people, a problem (RFC 9457) for programs, each a whole sentence in their language. */
@ApplicationScoped
class Notices {

    @Inject
    private Messages messages;

    @Inject
    private Languages languages;

    protected Notices() {}

    RefusalPage page(int status, Refusal refusal, Language language) {
        return page(status, refusal, language, Optional.empty());
    }

    /** @param fault what is wrong with the theme, for somebody of the house who may mend it */
    RefusalPage page(int status, Refusal refusal, Language language, Optional<TemplateFault> fault) {
        List<Link> fronts = languages.all().stream()
                .filter(other -> !other.equals(language))
                .map(other -> new Link(other.ownName(), "/" + other.tag() + "/", other.tag()))
                .toList();
        return new RefusalPage(
                status,
                messages.say(language, "site.name"),
                "/" + language.tag() + "/",
                "/" + language.tag() + "/search",
                messages.say(language, refusal.messageKey(), refusal.details()),
                messages.mend(language, refusal).orElse(""),
                String.valueOf(refusal.details().getOrDefault("reference", "")),
                fronts,
                fault);
    }

    Problem problem(int status, Refusal refusal, Language language) {
        return new Problem(
                "urn:minbar:problem:" + refusal.kind(),
                messages.say(language, refusal.messageKey(), refusal.details()),
                status,
                messages.mend(language, refusal),
                refusal.field());
    }

    /** What the server or JAX-RS refused of itself, knowing no more than the status. */
    static Refusal ofStatus(int status, boolean api) {
        String key =
                switch (status) {
                    case 404 -> api ? "no-such-address" : "no-such-page";
                    case 405, 501 -> "method-not-allowed";
                    case 406 -> "not-acceptable";
                    case 413 -> "too-large";
                    case 415 -> "unsupported-type";
                    default -> status < 500 ? "malformed" : "something-broke";
                };
        return new Refusal(Refusal.Reason.MALFORMED, key);
    }
}
