package org.minbar.desk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.minbar.identity.Caller;
import org.minbar.identity.DeskFrames;
import org.minbar.identity.Doorkeeper;
import org.minbar.identity.People;
import org.minbar.identity.Permission;
import org.minbar.identity.Person;
import org.minbar.language.Dates;
import org.minbar.language.HijriSightings;
import org.minbar.language.Language;
import org.minbar.language.Languages;
import org.minbar.language.Words;
import org.minbar.media.Exhibits;
import org.minbar.media.FileWords;
import org.minbar.media.MediaFile;
import org.minbar.media.MediaFiles;
import org.minbar.story.Edition;
import org.minbar.story.Editions;
import org.minbar.story.Kind;
import org.minbar.story.Revision;
import org.minbar.story.Status;
import org.minbar.text.Block;
import org.minbar.text.Body;
import org.minbar.text.Comparison;
import org.minbar.text.Markup;
import org.minbar.ticker.Flash;
import org.minbar.ticker.Flashes;
import org.minbar.topic.Sections;
import org.minbar.topic.Topic;
import org.minbar.translation.Freshness;
import org.minbar.view.Html;
import org.minbar.view.Link;
import org.minbar.view.Messages;
import org.minbar.view.Modules;
import org.minbar.view.SiteAddress;
import org.minbar.view.Spoken;
import org.minbar.web.TypedTime;

/** Lays out the screen on which an edition is written: what stands, what may be done, and what else moves. */
@ApplicationScoped
public class Screens {

    private static final int CLOCKS_CHANGE_SOON = 45;

    @Inject
    private TypedTime time;

    @Inject
    private Editions editions;

    @Inject
    private Exhibits exhibits;

    @Inject
    private MediaFiles files;

    @Inject
    private Drafts drafts;

    @Inject
    private Locks locks;

    @Inject
    private People people;

    @Inject
    private Sections sections;

    @Inject
    private Flashes flashes;

    @Inject
    private KnownWords knownWords;

    @Inject
    private Doorkeeper doorkeeper;

    @Inject
    private DeskFrames frames;

    @Inject
    private Modules modules;

    @Inject
    private Languages languages;

    @Inject
    private Messages messages;

    @Inject
    private Spoken spoken;

    @Inject
    private Clock clock;

    @Inject
    private ZoneId zone;

    @Inject
    private HijriSightings sightings;

    protected Screens() {}

    static String address(Edition edition) {
        return "/desk/editions/" + edition.id();
    }

    /** @param field as in {@link DeskText} */
    static String label(String field) {
        return switch (field) {
            case "searchTitle" -> "desk.editor.search-title";
            case "searchText" -> "desk.editor.search-text";
            case "socialText" -> "desk.editor.social-text";
            default -> "desk.editor." + field;
        };
    }

    /**
     * @param text what stands in the fields
     * @param from the revision that it was begun from
     * @param refusal why the last try failed; may be empty
     * @param beside the number of the edition to read beside it; 0 for none
     */
    EditionPage page(Edition edition, DeskText text, int from, String refusal, long beside) {
        Language here = spoken.language();
        Language written = languages.get(edition.lang());
        Caller caller = doorkeeper.caller();
        Instant now = clock.instant();
        List<Edition> sisters = editions.of(edition.story().id()).stream()
                .filter(other -> other.id() != edition.id())
                .filter(other -> caller.may(Permission.READ, other.lang()))
                .toList();
        Optional<Revision> newest = edition.revisions() == 0
                ? Optional.empty()
                : Optional.of(editions.revision(edition, edition.revisions()));
        boolean mayWrite = caller.may(Permission.WRITE, edition.lang());
        boolean mayPublish = caller.may(Permission.PUBLISH, edition.lang());
        boolean isPublic = edition.isPublished();
        boolean editable = (isPublic ? mayPublish : mayWrite)
                && edition.status() != Status.WITHDRAWN
                && edition.status() != Status.ARCHIVED;
        return new EditionPage(
                frames.of(here, "desk.editor.title", address(edition)),
                String.valueOf(edition.id()),
                address(edition),
                "/desk/",
                people.find(caller.id()).map(Person::email).orElse(""),
                edition.lang(),
                written.dir(),
                written.ownName(),
                here.locale().toLanguageTag(),
                offset(now),
                shown(text),
                from,
                newest.map(Revision::at),
                newest.flatMap(revision -> people.find(revision.person()))
                        .map(Person::name)
                        .orElse(""),
                edition.status().tag(),
                edition.scheduledFor(),
                edition.isPromised(),
                edition.isPublic(now) ? SiteAddress.encoded(edition.path()) : "",
                editable,
                steps(edition, mayWrite, mayPublish, staleness(edition, sisters).isPresent()),
                mayWrite ? Optional.of(details(edition, here)) : Optional.empty(),
                edition.story().picture().flatMap(files::find).map(file -> lead(file, written)),
                sisters(edition, sisters, caller),
                locks.find(edition)
                        .filter(lock -> lock.isHeld(clock) && !lock.isHeldBy(doorkeeper.browser(), clock))
                        .map(lock -> new EditionPage.Holder(lock.personName(), lock.since())),
                drafts.unsaved(edition, caller.id())
                        .map(draft -> new EditionPage.Unsaved(draft.at(), address(edition) + "/unsaved")),
                address(edition) + "/revisions",
                refusal,
                sisters.stream()
                        .filter(other -> other.id() == beside)
                        .findFirst()
                        .map(other -> beside(edition, other)),
                modules.importMap());
    }

    private static EditionPage.Lead lead(MediaFile file, Language written) {
        FileWords words = file.words(written.tag());
        return new EditionPage.Lead(
                file.id(),
                "/desk/media/" + file.id() + "/prints/1x1-320.jpg?v=" + file.stamp(),
                words.alt(),
                words.caption(),
                words.credit(),
                file.lacks(written));
    }

    private String offset(Instant now) {
        ZoneOffset offset = zone.getRules().getOffset(now);
        return offset.equals(ZoneOffset.UTC) ? "+00:00" : offset.getId();
    }

    private static EditionPage.Text shown(DeskText text) {
        return new EditionPage.Text(
                DeskText.said(text.headline()),
                DeskText.said(text.standfirst()),
                DeskText.said(text.body()),
                DeskText.said(text.slug()),
                text.names().orElse(List.of()).stream()
                        .map(byline -> new EditionPage.Line(
                                byline.name(), byline.role().tag()))
                        .toList(),
                DeskText.said(text.searchTitle()),
                DeskText.said(text.searchText()),
                DeskText.said(text.socialText()));
    }

    private EditionPage.Steps steps(Edition edition, boolean mayWrite, boolean mayPublish, boolean stale) {
        Status status = edition.status();
        boolean inWork = edition.isInWork();
        boolean isPublic = edition.isPublished();
        return new EditionPage.Steps(
                mayWrite && status == Status.DRAFT,
                mayPublish && (status == Status.DRAFT || status == Status.REVIEW),
                mayPublish && edition.isPromised(),
                mayPublish && inWork && status != Status.DRAFT,
                mayPublish && (inWork || status == Status.WITHDRAWN),
                mayPublish && inWork,
                mayPublish && isPublic,
                mayPublish && isPublic,
                mayPublish && inWork,
                mayWrite && stale,
                edition.scheduledFor().map(time::field).orElse(""),
                zoneName(edition.scheduledFor().orElse(clock.instant())),
                mayPublish ? "" : whoMayPublish(edition));
    }

    /** Whose time a field means; and, where the clocks change soon, when: in Morocco they do at both ends of Ramadan. */
    private String zoneName(Instant at) {
        Language here = spoken.language();
        String place = zone.getId().substring(zone.getId().lastIndexOf('/') + 1).replace('_', ' ');
        Instant now = clock.instant();
        ZoneOffsetTransition change = zone.getRules().nextTransition(now);
        boolean soon = change != null && change.getInstant().isBefore(now.plusSeconds(CLOCKS_CHANGE_SOON * 86_400L));
        Map<String, Object> with = new HashMap<>();
        with.put("place", place);
        with.put("offset", offset(at));
        if (!soon) return messages.say(here, "desk.zone", with);
        with.put("day", new Dates(here, zone, sightings).weekdayDate(change.getInstant()));
        return messages.say(here, "desk.zone.changes", with);
    }

    private String whoMayPublish(Edition edition) {
        Language here = spoken.language();
        List<String> names = people.all().stream()
                .filter(person -> person.mayPublish(edition.lang()))
                .map(Person::name)
                .limit(5)
                .toList();
        if (names.isEmpty()) return "";
        return messages.say(here, "desk.who-publishes", Map.of("names", Words.list(names, here)));
    }

    private EditionPage.Details details(Edition edition, Language here) {
        return new EditionPage.Details(
                "/desk/stories/" + edition.story().id() + "/details",
                sections.all().stream()
                        .map(section -> new EditionPage.Choice(
                                section.slug(),
                                section.name(here),
                                section.equals(edition.story().section())))
                        .toList(),
                List.of(Kind.values()).stream()
                        .map(kind -> new EditionPage.Choice(
                                kind.tag(),
                                messages.say(here, "kind." + kind.tag()),
                                kind == edition.story().kind()))
                        .toList(),
                names(edition.story().topics().stream().filter(topic -> !topic.isPlace()), here),
                names(edition.story().topics().stream().filter(Topic::isPlace), here),
                edition.story().embargo().map(time::field).orElse(""),
                edition.story().kind() == Kind.RELEASE
                        ? "/desk/stories/" + edition.story().id() + "/release"
                        : "",
                edition.story().kind() == Kind.LIVE
                        ? "/desk/live/" + edition.story().id()
                        : "",
                flashes.leadingTo(edition.story().id()).stream()
                        .map(line -> line(line, edition.lang()))
                        .toList());
    }

    private Link line(Flash line, String lang) {
        String spoken =
                line.text(lang).isPresent() ? lang : line.langs().iterator().next();
        return new Link(
                line.text(spoken).orElse(""),
                doorkeeper.caller().may(Permission.LIVE)
                        ? "/desk/live/" + line.ticker() + "/lines/" + line.number()
                        : "",
                spoken);
    }

    private static String names(Stream<Topic> topics, Language here) {
        return topics.map(topic -> topic.name(here)).collect(Collectors.joining(here.rightToLeft() ? "، " : ", "));
    }

    private List<EditionPage.Sister> sisters(Edition edition, List<Edition> written, Caller caller) {
        List<EditionPage.Sister> sisters = new ArrayList<>();
        for (Language language : languages.all()) {
            if (language.tag().equals(edition.lang())) continue;
            Optional<Edition> there = written.stream()
                    .filter(other -> other.lang().equals(language.tag()))
                    .findFirst();
            List<Edition> all = new ArrayList<>(written);
            all.add(edition);
            sisters.add(new EditionPage.Sister(
                    there.map(other -> String.valueOf(other.id())).orElse(""),
                    language.tag(),
                    language.ownName(),
                    there.map(other -> other.status().tag()).orElse("missing"),
                    there.flatMap(other -> staleness(other, all)).orElse(""),
                    there.map(Screens::address).orElse(""),
                    there.filter(other -> !other.body().isBlank())
                            .map(other -> address(edition) + "?beside=" + other.id())
                            .orElse(""),
                    there.filter(Edition::isInWork)
                            .filter(other -> caller.may(Permission.PUBLISH, other.lang()))
                            .filter(other -> !other.headline().isBlank())
                            .isPresent(),
                    there.filter(other -> other.status() == Status.DRAFT || other.status() == Status.REVIEW)
                            .filter(other -> caller.may(Permission.PUBLISH, other.lang()))
                            .isPresent(),
                    there.filter(Edition::isPromised).isPresent()));
        }
        return sisters;
    }

    /** How far an edition is behind the one that it was made from, as a sentence; empty where it is not. */
    Optional<String> staleness(Edition edition, List<Edition> among) {
        return edition.source()
                .flatMap(id -> among.stream().filter(other -> other.id() == id).findFirst())
                .filter(edition::isStaleAgainst)
                .map(source -> {
                    Freshness freshness = freshness(edition, source);
                    return messages.say(
                            spoken.language(),
                            "desk.stale",
                            Map.of("changed", freshness.changed(), "of", freshness.of()));
                });
    }

    private Freshness freshness(Edition edition, Edition source) {
        Body then = edition.sourceRevision() == 0
                ? Body.EMPTY
                : Markup.clean(editions.revision(source, edition.sourceRevision())
                        .copy()
                        .body());
        return Freshness.of(
                then, Markup.clean(source.body()), languages.get(source.lang()).dir());
    }

    private EditionPage.Beside beside(Edition edition, Edition other) {
        Language language = languages.get(other.lang());
        boolean isSource = edition.source().filter(id -> id == other.id()).isPresent();
        Map<Integer, Comparison.Row> moved = new HashMap<>();
        int stale = 0;
        if (isSource && edition.isStaleAgainst(other)) {
            Freshness freshness = freshness(edition, other);
            stale = freshness.changed();
            freshness.stale().stream().filter(row -> row.right() >= 0).forEach(row -> moved.put(row.right(), row));
        }
        List<EditionPage.Paragraph> paragraphs = new ArrayList<>();
        List<Block> blocks = Markup.clean(other.body()).blocks();
        for (int i = 0; i < blocks.size(); i++) {
            Comparison.Row row = moved.get(i);
            paragraphs.add(new EditionPage.Paragraph(
                    new Html(DeskText.html(new Body(List.of(blocks.get(i))), language)),
                    row != null,
                    row == null
                            ? List.of()
                            : row.pieces().stream()
                                    .map(piece ->
                                            new EditionPage.Piece(piece.op().sign(), piece.text()))
                                    .toList()));
        }
        return new EditionPage.Beside(
                other.lang(),
                language.dir(),
                language.ownName(),
                other.headline(),
                other.standfirst(),
                address(other),
                stale,
                paragraphs);
    }

    /** @param at when it is to go out */
    Checks checks(Edition edition, Instant at) {
        Language language = languages.get(edition.lang());
        return Checks.of(
                edition,
                language,
                knownWords.of(language),
                edition.source().isEmpty()
                        ? Optional.empty()
                        : staleness(edition, editions.of(edition.story().id())),
                at,
                exhibits.remarks(edition.wall(), edition.lang()));
    }

    String sentence(Checks.Check check) {
        Language here = spoken.language();
        Map<String, Object> with = new HashMap<>(check.with());
        with.replaceAll((name, value) ->
                value instanceof Instant instant ? new Dates(here, zone, sightings).dateTime(instant) : value);
        return messages.say(here, check.key(), with);
    }
}
