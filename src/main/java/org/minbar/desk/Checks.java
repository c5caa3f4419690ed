package org.minbar.desk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.minbar.language.Language;
import org.minbar.language.Refusal;
import org.minbar.language.Words;
import org.minbar.media.Exhibits;
import org.minbar.story.Edition;
import org.minbar.text.Finding;
import org.minbar.text.Lexicon;
import org.minbar.text.Proof;

/** What stands in the way of publishing an edition, and what somebody might want to look at before. */
record Checks(List<Check> errors, List<Check> warnings) {

    private static final int LONG_HEADLINE = 110;
    private static final int LONG_STANDFIRST = 400;

    /**
     * @param key of the sentence, {@code desk.check.…}
     * @param with what the sentence is said with
     */
    record Check(String field, String key, Map<String, ?> with) {}

    /**
     * @param stale how the edition lags behind its source, as a sentence; empty where it doesn't
     * @param at when it is to go out
     * @param shown what is to be said of the files that it shows
     */
    static Checks of(
            Edition edition,
            Language language,
            Lexicon lexicon,
            Optional<String> stale,
            Instant at,
            List<Exhibits.Remark> shown) {
        List<Check> errors = new ArrayList<>();
        List<Check> warnings = new ArrayList<>();
        DeskText text = DeskText.of(edition.copy());
        if (edition.headline().isBlank()) errors.add(check("headline", "no-headline"));
        if (edition.story().kind().needsBody() && edition.body().isBlank()) errors.add(check("body", "no-body"));
        edition.story()
                .embargo()
                .filter(end -> end.isAfter(at))
                .ifPresent(end -> errors.add(new Check("embargo", "desk.check.embargo", Map.of("until", end))));
        Proof proof = text.proof();
        proof.placeholders()
                .forEach(finding -> errors.add(new Check(
                        finding.field(),
                        "desk.check.placeholder",
                        Map.of("around", finding.before() + finding.found()))));
        for (Exhibits.Remark remark : shown) {
            (remark.blocks() ? errors : warnings).add(new Check("body", "desk.check." + remark.key(), remark.with()));
        }
        long copyDesk = proof.findings(language.tag(), lexicon).stream()
                .filter(Finding::certain)
                .count();
        if (copyDesk > 0) warnings.add(new Check("body", "desk.check.copy-desk", Map.of("count", copyDesk)));
        int long_ = Words.graphemes(edition.headline());
        if (long_ > LONG_HEADLINE)
            warnings.add(new Check("headline", "desk.check.long-headline", Map.of("count", long_)));
        if (edition.standfirst().isBlank()) warnings.add(check("standfirst", "no-standfirst"));
        else if (Words.graphemes(edition.standfirst()) > LONG_STANDFIRST) {
            warnings.add(check("standfirst", "long-standfirst"));
        }
        if (edition.bylines().isEmpty()) warnings.add(check("bylines", "no-byline"));
        stale.ifPresent(sentence -> warnings.add(new Check("body", "desk.check.stale", Map.of("staleness", sentence))));
        return new Checks(errors, warnings);
    }

    private static Check check(String field, String name) {
        return new Check(field, "desk.check." + name, Map.of());
    }

    /** @throws Refusal the first error */
    void mustHold() {
        if (!errors.isEmpty()) {
            Check first = errors.get(0);
            String kind = "not-ready." + first.key().replace("desk.check.", "");
            throw new Refusal(Refusal.Reason.CONFLICT, kind, Map.of(), first.field());
        }
    }
}
