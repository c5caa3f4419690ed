package org.minbar.site;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.minbar.discovery.Urls;
import org.minbar.story.Edition;
import org.minbar.story.Editions;
import org.minbar.ticker.Flash;
import org.minbar.ticker.Urgency;

/** Lines of a ticker as pages show them, each linked with its story where readers may see that. */
@ApplicationScoped
class FlashLines {

    @Inject
    private Editions editions;

    protected FlashLines() {}

    List<FlashLine> of(List<Flash> shown, String lang) {
        Map<Long, String> addresses = new LinkedHashMap<>();
        List<Long> stories = shown.stream()
                .flatMap(flash -> flash.story().stream())
                .map(story -> story.id())
                .toList();
        for (Edition edition : editions.publicOf(stories, lang)) {
            addresses.put(edition.story().id(), Urls.of(edition));
        }
        return shown.stream()
                .map(flash -> new FlashLine(
                        "f-" + flash.number(),
                        flash.at(),
                        flash.text(lang).orElse(""),
                        lang,
                        flash.story().map(story -> addresses.get(story.id())).orElse(""),
                        flash.urgency() == Urgency.URGENT))
                .toList();
    }
}
