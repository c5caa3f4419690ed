package org.minbar.desk;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.minbar.identity.Caller;
import org.minbar.identity.DeskFrames;
import org.minbar.identity.Doorkeeper;
import org.minbar.identity.Needs;
import org.minbar.identity.Permission;
import org.minbar.language.Language;
import org.minbar.language.Languages;
import org.minbar.story.Edition;
import org.minbar.story.Editions;
import org.minbar.story.Status;
import org.minbar.story.Story;
import org.minbar.view.Link;
import org.minbar.view.Messages;
import org.minbar.view.SiteAddress;
import org.minbar.view.Spoken;
import org.minbar.view.View;

/** The board: which stories are in work, and how far each edition is. */
@Path("desk")
@Produces("text/html; charset=UTF-8")
@RequestScoped
@Transactional
public class BoardPages {

    private static final int SHOWN = 200;
    private static final List<Status> FILTERS = List.of(
            Status.DRAFT,
            Status.REVIEW,
            Status.READY,
            Status.SCHEDULED,
            Status.PUBLISHED,
            Status.CORRECTED,
            Status.WITHDRAWN);

    @Inject
    private Editions editions;

    @Inject
    private Doorkeeper doorkeeper;

    @Inject
    private DeskFrames frames;

    @Inject
    private Languages languages;

    @Inject
    private Messages messages;

    @Inject
    private Spoken spoken;

    @GET
    @Needs(Permission.READ)
    public View board(@QueryParam("status") @Nullable String status) {
        Language language = spoken.language();
        Caller caller = doorkeeper.caller();
        List<String> readable = languages.all().stream()
                .map(Language::tag)
                .filter(tag -> caller.may(Permission.READ, tag))
                .toList();
        Set<Status> wanted = status == null || status.isBlank()
                ? EnumSet.complementOf(EnumSet.of(Status.ARCHIVED))
                : EnumSet.of(Status.of(status));
        // One of a story's editions brings the whole story: the others are its columns.
        Map<Long, Story> stories = new LinkedHashMap<>();
        for (Edition edition : editions.inWork(wanted, readable, SHOWN)) {
            stories.putIfAbsent(edition.story().id(), edition.story());
        }
        Map<Long, Map<String, Edition>> all = editions.of(stories.keySet()).stream()
                .filter(edition -> readable.contains(edition.lang()))
                .collect(Collectors.groupingBy(
                        edition -> edition.story().id(), Collectors.toMap(Edition::lang, edition -> edition)));
        List<BoardPage.BoardStory> rows = new ArrayList<>();
        stories.forEach((id, story) -> rows.add(row(language, story, all.getOrDefault(id, Map.of()))));
        BoardPage page = new BoardPage(
                frames.of(language, "board.title", "/desk/"),
                filters(language, status),
                languages.all().stream()
                        .map(each -> new Link(each.ownName(), "", each.tag()))
                        .toList(),
                rows,
                "",
                "");
        return View.atDesk("board", page, language);
    }

    private BoardPage.BoardStory row(Language language, Story story, Map<String, Edition> written) {
        Instant touched = written.values().stream()
                .map(Edition::updated)
                .max(Instant::compareTo)
                .orElse(story.created());
        return new BoardPage.BoardStory(
                String.valueOf(story.id()),
                story.kind().tag(),
                story.sectionName(language),
                touched,
                languages.all().stream()
                        .map(each -> cell(each.tag(), written.get(each.tag())))
                        .toList());
    }

    private static BoardPage.BoardEdition cell(String lang, @Nullable Edition edition) {
        if (edition == null) return new BoardPage.BoardEdition(lang, "", "missing", "");
        boolean hasPage =
                Set.of(Status.PUBLISHED, Status.CORRECTED, Status.WITHDRAWN).contains(edition.status());
        return new BoardPage.BoardEdition(
                lang, edition.headline(), edition.status().tag(), hasPage ? SiteAddress.encoded(edition.path()) : "");
    }

    private List<Link> filters(Language language, @Nullable String status) {
        List<Link> filters = new ArrayList<>();
        boolean all = status == null || status.isBlank();
        filters.add(new Link(messages.say(language, "board.filter.all"), "/desk/", language.tag(), all));
        for (Status each : FILTERS) {
            filters.add(new Link(
                    messages.say(language, "status." + each.tag()),
                    "/desk/?status=" + each.tag(),
                    language.tag(),
                    each.tag().equals(status)));
        }
        return filters;
    }
}
