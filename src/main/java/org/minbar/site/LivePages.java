package org.minbar.site;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.minbar.discovery.Urls;
import org.minbar.identity.Open;
import org.minbar.language.Language;
import org.minbar.language.Languages;
import org.minbar.ticker.Flash;
import org.minbar.ticker.Flashes;
import org.minbar.view.Messages;
import org.minbar.view.View;

/** The news strip, day by day. */
@Path(Urls.LANG + "/live")
@Produces("text/html; charset=UTF-8")
@RequestScoped
@Open
@Transactional
public class LivePages {

    private static final int LINES = 100;

    @Inject
    private Frames frames;

    @Inject
    private Flashes flashes;

    @Inject
    private FlashLines lines;

    @Inject
    private Languages languages;

    @Inject
    private Messages messages;

    @Inject
    private ZoneId zone;

    @PathParam("lang")
    private String lang;

    @GET
    public View live() {
        Language language = languages.get(lang);
        Map<LocalDate, List<Flash>> byDay = new LinkedHashMap<>();
        for (Flash flash : flashes.publicLatest(Flashes.STRIP, lang, LINES)) {
            byDay.computeIfAbsent(flash.at().atZone(zone).toLocalDate(), day -> new ArrayList<>())
                    .add(flash);
        }
        List<LivePage.Day> days = byDay.values().stream()
                .map(day -> new LivePage.Day(day.get(0).at(), lines.of(day, lang)))
                .toList();
        LivePage page = new LivePage(
                frames.everywhere(language, "live", messages.say(language, "live.title"), "/live"),
                days,
                Paging.SINGLE,
                "");
        return View.of("live", page, language);
    }
}
