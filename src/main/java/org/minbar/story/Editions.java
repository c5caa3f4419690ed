package org.minbar.story;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.minbar.language.Refusal;
import org.minbar.language.Words;
import org.minbar.media.Use;

/**
 * The editions. What begins with {@code public} passes the one gate between the newsroom and the outside: the status
 * and the embargo. Outlets use nothing else.
 */
@ApplicationScoped
public class Editions {

    /** The gate. Nothing that the public sees is selected without it. */
    private static final String PUBLIC = " e.status in :public and (s.embargo is null or s.embargo <= :now) ";

    /** The same gate without looking at each story: for lists, which are cut from an index of editions. */
    private static final String PUBLIC_ALONE =
            " e.status in :public and e.story.id not in (select x.id from Story x where x.embargo > :now) ";

    private static final String WHOLE = "select e from Edition e join fetch e.story s join fetch s.section ";

    /** So many stories are looked at one by one rather than searched for in everything. */
    private static final int FEW = 500;

    /** So many times of publication are read at once when a list's days or months are looked for. */
    private static final int TIMES = 200;

    @PersistenceContext(unitName = "newsroom")
    private EntityManager em;

    @Inject
    private Clock clock;

    protected Editions() {}

    public Editions(EntityManager em, Clock clock) {
        this.em = em;
        this.clock = clock;
    }

    public Edition add(Edition edition) {
        em.persist(edition);
        return edition;
    }

    /** A story has moved: its editions follow, without becoming another version of themselves. */
    void file(Story story) {
        em.flush();
        em.createNativeQuery("update edition set section_id = ?, kind = ? where story_id = ?")
                .setParameter(1, story.section().id())
                .setParameter(2, story.kind().name())
                .setParameter(3, story.id())
                .executeUpdate();
    }

    void keep(Revision revision) {
        em.persist(revision);
    }

    /** Writes what is pending, so that versions are those which the next caller will meet. */
    public void settle() {
        em.flush();
    }

    public Optional<Edition> find(long story, String lang) {
        return em.createQuery(WHOLE + "where s.id = :story and e.lang = :lang", Edition.class)
                .setParameter("story", story)
                .setParameter("lang", lang)
                .getResultStream()
                .findFirst();
    }

    public Optional<Edition> find(long edition) {
        return em.createQuery(WHOLE + "where e.id = :edition", Edition.class)
                .setParameter("edition", edition)
                .getResultStream()
                .findFirst();
    }

    public Edition get(long edition) {
        return find(edition).orElseThrow(Editions::noSuchEdition);
    }

    /** Like {@link #get(long)}, and locked until the transaction ends. */
    public Edition getToChange(long edition) {
        Edition found = get(edition);
        em.refresh(found, jakarta.persistence.LockModeType.PESSIMISTIC_WRITE);
        return found;
    }

    /** @throws Refusal {@code no-such-revision} */
    public Revision revision(Edition edition, int number) {
        return em.createQuery(
                        "select r from Revision r where r.edition = :edition and r.number = :number", Revision.class)
                .setParameter("edition", edition.id())
                .setParameter("number", number)
                .getResultStream()
                .findFirst()
                .orElseThrow(() -> new Refusal(Refusal.Reason.NOT_FOUND, "no-such-revision", Map.of("number", number)));
    }

    public Edition get(long story, String lang) {
        return find(story, lang).orElseThrow(Editions::noSuchEdition);
    }

    /** Like {@link #get}, and locked until the transaction ends: of two who change it at once, one waits. */
    public Edition getToChange(long story, String lang) {
        Edition edition = get(story, lang);
        em.refresh(edition, jakarta.persistence.LockModeType.PESSIMISTIC_WRITE);
        return edition;
    }

    public List<Edition> of(long story) {
        return em.createQuery(WHOLE + "where s.id = :story order by e.id", Edition.class)
                .setParameter("story", story)
                .getResultList();
    }

    /** The editions of these stories. */
    public List<Edition> of(Collection<Long> stories) {
        if (stories.isEmpty()) return List.of();
        return em.createQuery(WHOLE + "where s.id in :stories order by e.id", Edition.class)
                .setParameter("stories", stories)
                .getResultList();
    }

    /** The editions that came from these addresses elsewhere. */
    public List<Edition> findBySources(Collection<String> urls) {
        if (urls.isEmpty()) return List.of();
        return em.createQuery(WHOLE + "where e.sourceUrl in :urls", Edition.class)
                .setParameter("urls", urls)
                .getResultList();
    }

    /** All editions but the withdrawn and the archived with a higher id than this one, in the order of their ids. */
    public List<Edition> keptAfter(long edition, int limit) {
        return em.createQuery(WHOLE + "where e.id > :after and e.status not in :gone order by e.id", Edition.class)
                .setParameter("after", edition)
                .setParameter("gone", EnumSet.of(Status.WITHDRAWN, Status.ARCHIVED))
                .setMaxResults(limit)
                .getResultList();
    }

    /** Oldest revision first. */
    public List<Revision> revisions(Edition edition) {
        return em.createQuery("select r from Revision r where r.edition = :edition order by r.number", Revision.class)
                .setParameter("edition", edition.id())
                .getResultList();
    }

    /** Every edition in these languages with one of these statuses, last changed first: for the desk. */
    public List<Edition> inWork(Set<Status> statuses, Collection<String> langs, int limit) {
        if (langs.isEmpty()) return List.of();
        return em.createQuery(
                        WHOLE + "where e.status in :statuses and e.lang in :langs order by e.updated desc, e.id desc",
                        Edition.class)
                .setParameter("statuses", statuses)
                .setParameter("langs", langs)
                .setMaxResults(limit)
                .getResultList();
    }

    /** Scheduled for now or earlier, the longest overdue first. */
    public List<Edition> due(int limit) {
        return em.createQuery(
                        WHOLE + "where e.status = :scheduled and e.scheduledFor <= :now order by e.scheduledFor, e.id",
                        Edition.class)
                .setParameter("scheduled", Status.SCHEDULED)
                .setParameter("now", clock.instant())
                .setMaxResults(limit)
                .getResultList();
    }

    /** The edition as readers may see it. */
    public Optional<Edition> publicFind(long story, String lang) {
        return find(story, lang).filter(edition -> edition.isPublic(clock.instant()));
    }

    /** @throws Refusal {@code withdrawn} with the reason where it was public once, {@code no-such-story} otherwise */
    public Edition publicGet(long story, String lang) {
        Edition edition = get(story, lang);
        if (edition.isPublic(clock.instant())) return edition;
        if (edition.status() == Status.WITHDRAWN && !edition.story().isEmbargoed(clock.instant())) {
            throw new Refusal(
                    Refusal.Reason.GONE,
                    "withdrawn",
                    Map.of(
                            "reason", edition.withdrawnWhy().orElse(""),
                            "at", edition.withdrawn().map(Instant::toString).orElse(""),
                            "headline", edition.headline()));
        }
        throw noSuchEdition();
    }

    /** The public editions of a story in all languages. */
    public List<Edition> publicOf(long story) {
        return gated(em.createQuery(WHOLE + "where s.id = :story and" + PUBLIC + "order by e.id", Edition.class))
                .setParameter("story", story)
                .getResultList();
    }

    /** The public ones among these stories' editions. */
    public List<Edition> publicOf(Collection<Long> stories) {
        if (stories.isEmpty()) return List.of();
        return gated(em.createQuery(WHOLE + "where s.id in :stories and" + PUBLIC + "order by e.id", Edition.class))
                .setParameter("stories", stories)
                .getResultList();
    }

    /** The public ones among these stories' editions in a language. */
    public List<Edition> publicOf(Collection<Long> stories, String lang) {
        if (stories.isEmpty()) return List.of();
        return gated(em.createQuery(
                        WHOLE + "where s.id in :stories and e.lang = :lang and" + PUBLIC + "order by e.id",
                        Edition.class))
                .setParameter("stories", stories)
                .setParameter("lang", lang)
                .getResultList();
    }

    /**
     * Whether readers may see a file of the library now: as long as an edition that they may see shows it. A picture of a
     * draft, or of a story under embargo, is not there.
     */
    public boolean publicShows(long file) {
        return !gated(em.createQuery(
                        "select e from Use u, Edition e join e.story s where u.file = :file and s.id = u.story"
                                + " and (u.lang = :every or u.lang = e.lang) and" + PUBLIC,
                        Edition.class))
                .setParameter("file", file)
                .setParameter("every", Use.EVERY_LANGUAGE)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    /** The editions that show a file, published or not, the newest story first. */
    public List<Edition> showing(long file, Collection<String> langs) {
        if (langs.isEmpty()) return List.of();
        return em.createQuery(
                        "select distinct e from Use u, Edition e join fetch e.story s join fetch s.section"
                                + " where u.file = :file and s.id = u.story and (u.lang = :every or u.lang = e.lang)"
                                + " and e.lang in :langs order by e.id desc",
                        Edition.class)
                .setParameter("file", file)
                .setParameter("every", Use.EVERY_LANGUAGE)
                .setParameter("langs", langs)
                .getResultList();
    }

    /** Those of these editions that the public may see once their embargo, if any, is over: for what is derived. */
    public List<Edition> published(Collection<Long> editions) {
        if (editions.isEmpty()) return List.of();
        return em.createQuery(WHOLE + "where e.id in :editions and e.status in :public", Edition.class)
                .setParameter("editions", editions)
                .setParameter("public", Status.PUBLIC)
                .getResultList();
    }

    /** Like {@link #published}, of these stories. */
    public List<Edition> publishedOf(Collection<Long> stories) {
        if (stories.isEmpty()) return List.of();
        return em.createQuery(WHOLE + "where s.id in :stories and e.status in :public", Edition.class)
                .setParameter("stories", stories)
                .setParameter("public", Status.PUBLIC)
                .getResultList();
    }

    /** All published editions with a higher id than this one, in the order of their ids: to walk through everything. */
    public List<Edition> publishedAfter(long edition, int limit) {
        return em.createQuery(WHOLE + "where e.id > :after and e.status in :public order by e.id", Edition.class)
                .setParameter("after", edition)
                .setParameter("public", Status.PUBLIC)
                .setMaxResults(limit)
                .getResultList();
    }

    /** A page of public editions, newest publication first. */
    public Page publicPage(Listing listing) {
        Map<String, Object> parameters = new HashMap<>(Map.of("now", clock.instant()));
        Set<Status> statuses = listing.corrected() ? EnumSet.of(Status.CORRECTED) : Status.PUBLIC;
        return page(listing, statuses, PUBLIC_ALONE, parameters);
    }

    /** The stories of a list, newest publication first: what {@link #publicPage} would show, without reading it. */
    public List<Long> publicStories(Listing listing) {
        return cutting(
                        "e.story.id",
                        Long.class,
                        listing,
                        Status.PUBLIC,
                        PUBLIC_ALONE,
                        listing.before() == null ? "desc" : "asc",
                        new HashMap<>(Map.of("now", clock.instant())))
                .map(query -> query.setFirstResult(listing.skip())
                        .setMaxResults(listing.limit())
                        .getResultList())
                .orElse(List.of());
    }

    /** How many public editions a list has. It walks through all of them: nothing to ask for each page. */
    public long publicCount(Listing listing) {
        Map<String, Object> parameters = new HashMap<>(Map.of("now", clock.instant(), "public", Status.PUBLIC));
        Optional<Cut> cut = cut(listing, PUBLIC_ALONE, parameters);
        if (cut.isEmpty()) return 0;
        TypedQuery<Long> query =
                bound(em.createQuery("select count(e.id)" + cut.get().rows(), Long.class));
        parameters.forEach(query::setParameter);
        return query.getSingleResult();
    }

    /** The languages in which readers may see something signed with this name. */
    public List<String> publicLangsBy(String author) {
        return em.createQuery(
                        "select distinct e.lang from Edition e join e.story s join e.authors a where a = :author and"
                                + PUBLIC,
                        String.class)
                .setParameter("public", Status.PUBLIC)
                .setParameter("now", clock.instant())
                .setParameter("author", author)
                .getResultList();
    }

    /**
     * When something of a list was first published in each of its spans, the newest first. The spans without anything
     * cost nothing, those with much no more than those with little.
     *
     * @param beginning of the span that an instant lies in: its day, its month
     */
    public List<Instant> publicSpans(Listing listing, UnaryOperator<Instant> beginning) {
        List<Instant> spans = new ArrayList<>();
        Listing rest = listing;
        for (List<Instant> some = newestTimes(rest); !some.isEmpty(); some = newestTimes(rest)) {
            some.stream().map(beginning).filter(start -> !spans.contains(start)).forEach(spans::add);
            rest = rest.between(listing.from(), spans.get(spans.size() - 1));
        }
        return spans;
    }

    private List<Instant> newestTimes(Listing listing) {
        return times(listing, "desc")
                .map(query -> query.setMaxResults(TIMES).getResultList())
                .orElse(List.of());
    }

    /** When the newest of a list was published. */
    public Optional<Instant> publicNewest(Listing listing) {
        return endOf(listing, "desc");
    }

    /** When the oldest of a list was published. */
    public Optional<Instant> publicOldest(Listing listing) {
        return endOf(listing, "asc");
    }

    /**
     * How a public edition is filed, without its words: what a front page must know to give it a place.
     *
     * @param section the number of its section
     */
    public record Filed(long story, Kind kind, long section, Instant published) {}

    private static final String FILED = "select s.id, s.kind, s.section.id, e.publishedAt";

    /** How the newest public editions of a listing are filed, newest publication first. @param kinds none for any */
    public List<Filed> publicFiled(Listing listing, Set<Kind> kinds) {
        if (kinds.isEmpty()) return filed(listing);
        return kinds.stream()
                .flatMap(kind -> filed(listing.ofKind(kind)).stream())
                .sorted(Comparator.comparing(Filed::published).reversed())
                .limit(listing.limit())
                .toList();
    }

    private List<Filed> filed(Listing listing) {
        List<Long> numbers = cutting(
                        "e.id",
                        Long.class,
                        listing,
                        Status.PUBLIC,
                        PUBLIC_ALONE,
                        "desc",
                        new HashMap<>(Map.of("now", clock.instant())))
                .map(query -> query.setFirstResult(listing.skip())
                        .setMaxResults(listing.limit())
                        .getResultList())
                .orElse(List.of());
        if (numbers.isEmpty()) return List.of();
        return filed(em.createQuery(
                        FILED + " from Edition e join e.story s where" + PUBLIC
                                + "and e.id in :numbers order by e.publishedAt desc, e.id desc",
                        Object[].class)
                .setParameter("numbers", numbers));
    }

    /** How the public editions of these stories in a language are filed; pages outside the news are left out. */
    public List<Filed> publicFiled(String lang, Collection<Long> stories) {
        if (stories.isEmpty()) return List.of();
        return filed(em.createQuery(
                        FILED + " from Edition e join e.story s where" + PUBLIC
                                + "and e.lang = :lang and s.kind <> :page and s.id in :stories",
                        Object[].class)
                .setParameter("lang", lang)
                .setParameter("page", Kind.PAGE)
                .setParameter("stories", stories));
    }

    private List<Filed> filed(TypedQuery<Object[]> query) {
        return query.setParameter("public", Status.PUBLIC)
                .setParameter("now", clock.instant())
                .getResultStream()
                .map(row -> new Filed((Long) row[0], (Kind) row[1], (Long) row[2], (Instant) row[3]))
                .toList();
    }

    /** Where a public edition is found, without its words. */
    public record Address(long story, String lang, String slug, String headline, Instant published, Instant updated) {

        public String path() {
            return "/" + lang + "/" + story + "/" + slug;
        }
    }

    private static final String ADDRESS = "select s.id, e.lang, e.slug, e.headline, e.publishedAt, e.updated"
            + " from Edition e join e.story s where" + PUBLIC;

    /** The addresses of a language's public editions with these numbers, the first up to but not the second. */
    public List<Address> publicAddresses(String lang, long from, long to) {
        return addresses(em.createQuery(
                        ADDRESS + "and e.lang = :lang and e.id >= :from and e.id < :to order by e.id", Object[].class)
                .setParameter("lang", lang)
                .setParameter("from", from)
                .setParameter("to", to));
    }

    /** When one of the public editions with these numbers was last changed, by language. */
    public Map<String, Instant> publicChanges(long from, long to) {
        String among = " from Edition e join e.story s where" + PUBLIC + "and e.id >= :from and e.id < :to";
        List<String> langs = numbered(em.createQuery("select distinct e.lang" + among, String.class), from, to)
                .getResultList();
        // Not max(e.updated): EclipseLink knows columns to be instants, and no more what is made of them.
        TypedQuery<Instant> newest = numbered(
                em.createQuery(
                        "select e.updated" + among + " and e.lang = :lang order by e.updated desc", Instant.class),
                from,
                to);
        Map<String, Instant> changes = new HashMap<>();
        for (String lang : langs) {
            newest.setParameter("lang", lang)
                    .setMaxResults(1)
                    .getResultStream()
                    .forEach(updated -> changes.put(lang, updated));
        }
        return changes;
    }

    private <T> TypedQuery<T> numbered(TypedQuery<T> query, long from, long to) {
        return gated(query).setParameter("from", from).setParameter("to", to);
    }

    /** The highest number that an edition has; 0 where there is none. */
    public long highest() {
        return em.createQuery("select coalesce(max(e.id), 0) from Edition e", Long.class)
                .getSingleResult();
    }

    /** The addresses of all public editions of these stories. */
    public List<Address> publicAddresses(Collection<Long> stories) {
        if (stories.isEmpty()) return List.of();
        return addresses(em.createQuery(ADDRESS + "and s.id in :stories order by e.id", Object[].class)
                .setParameter("stories", stories));
    }

    /** The addresses of the news in a language that was first published since then, the newest first. */
    public List<Address> publicNewsSince(Instant since, String lang, int limit) {
        return addresses(em.createQuery(
                        ADDRESS + "and e.lang = :lang and e.publishedAt >= :since and s.kind <> :page"
                                + " order by e.publishedAt desc, e.id desc",
                        Object[].class)
                .setParameter("lang", lang)
                .setParameter("since", since)
                .setParameter("page", Kind.PAGE)
                .setMaxResults(limit));
    }

    private List<Address> addresses(TypedQuery<Object[]> query) {
        return query.setParameter("public", Status.PUBLIC)
                .setParameter("now", clock.instant())
                .getResultStream()
                .map(row -> new Address(
                        (Long) row[0], (String) row[1], (String) row[2], (String) row[3], (Instant) row[4], (Instant)
                                row[5]))
                .toList();
    }

    /**
     * A page of editions in this status and these languages as the desk sees them; unpublished ones come in the order
     * of their making, the newest first.
     */
    public Page page(Listing listing, Status status, Collection<String> langs) {
        if (langs.isEmpty()) return new Page(List.of(), Optional.empty());
        Map<String, Object> parameters = new HashMap<>(Map.of("langs", langs));
        if (status.isPublic() || status == Status.WITHDRAWN) {
            return page(listing, EnumSet.of(status), " e.status in :public and e.lang in :langs ", parameters);
        }
        parameters.put("status", status);
        Optional<Long> section = listing.section() == null ? Optional.empty() : section(listing.section());
        if (listing.section() != null && section.isEmpty()) return NOTHING;
        StringBuilder where = new StringBuilder("where e.status = :status and e.lang in :langs");
        narrow(listing, section, null, where, parameters);
        if (listing.after() != null) {
            where.append(" and e.id < :edition");
            parameters.put("edition", listing.after().edition());
        }
        String join = listing.topic() == null ? WHOLE : WHOLE + "join s.topics t ";
        TypedQuery<Edition> query = em.createQuery(join + where + " order by e.id desc", Edition.class);
        parameters.forEach(query::setParameter);
        return cut(
                query.setFirstResult(listing.skip())
                        .setMaxResults(listing.limit() + 1)
                        .getResultList(),
                listing);
    }

    /** @param next where the next page begins; empty on the last */
    public record Page(List<Edition> editions, Optional<Listing.Place> next) {}

    private static final Page NOTHING = new Page(List.of(), Optional.empty());

    private Page page(Listing listing, Set<Status> statuses, String gate, Map<String, Object> parameters) {
        // The numbers first, from an index alone: a body is read of what is shown, and of nothing that was passed over.
        Optional<TypedQuery<Long>> query = cutting(
                "e.id", Long.class, listing, statuses, gate, listing.before() == null ? "desc" : "asc", parameters);
        if (query.isEmpty()) return NOTHING;
        List<Long> numbers = query.get()
                .setFirstResult(listing.skip())
                .setMaxResults(listing.limit() + 1)
                .getResultList();
        if (numbers.isEmpty()) return NOTHING;
        Map<Long, Edition> read = new HashMap<>();
        em.createQuery(WHOLE + "where e.id in :numbers", Edition.class)
                .setParameter("numbers", numbers)
                .getResultStream()
                .forEach(edition -> read.put(edition.id(), edition));
        return cut(numbers.stream().map(read::get).toList(), listing);
    }

    private Optional<Instant> endOf(Listing listing, String direction) {
        return times(listing, direction)
                .flatMap(query -> query.setMaxResults(1).getResultStream().findFirst());
    }

    private Optional<TypedQuery<Instant>> times(Listing listing, String direction) {
        return cutting(
                "e.publishedAt",
                Instant.class,
                listing,
                Status.PUBLIC,
                PUBLIC_ALONE,
                direction,
                new HashMap<>(Map.of("now", clock.instant())));
    }

    /** The query that cuts a list from an index, or nothing where there can be nothing in it. */
    private <T> Optional<TypedQuery<T>> cutting(
            String what,
            Class<T> type,
            Listing listing,
            Set<Status> statuses,
            String gate,
            String direction,
            Map<String, Object> parameters) {
        parameters.put("public", statuses);
        Optional<Cut> cut = cut(listing, gate, parameters);
        if (cut.isEmpty()) return Optional.empty();
        String time = listing.corrected() ? "e.updated" : "e.publishedAt";
        StringBuilder where = new StringBuilder();
        place(listing, time, where, parameters);
        // An index that runs on by name and back in time is followed as it stands, or from its other end.
        String other = direction.equals("desc") ? " asc" : " desc";
        String order = Stream.concat(
                        cut.get().same().stream().map(column -> column + other),
                        Stream.of(time, "e.id").map(column -> column + " " + direction))
                .collect(Collectors.joining(", "));
        TypedQuery<T> query =
                bound(em.createQuery("select " + what + cut.get().rows() + where + " order by " + order, type));
        parameters.forEach(query::setParameter);
        return Optional.of(query);
    }

    /**
     * @param rows from and where
     * @param same what is one value only: it stands in the order too, so that H2 sees that the index has it
     */
    private record Cut(String rows, List<String> same) {}

    private Optional<Cut> cut(Listing listing, String gate, Map<String, Object> parameters) {
        Optional<Long> section = listing.section() == null ? Optional.empty() : section(listing.section());
        if (listing.section() != null && section.isEmpty()) return Optional.empty();
        List<Long> few = few(listing, section);
        if (few != null && few.isEmpty()) return Optional.empty();
        StringBuilder rows = new StringBuilder(" from Edition e");
        // From the few stories to their editions, and not through everything to see whether it is one of them.
        if (few != null) rows.append(" join e.story s");
        else if (listing.topic() != null) rows.append(" join e.story s join s.topics t");
        if (listing.author() != null) rows.append(" join e.authors a");
        rows.append(" where").append(gate);
        narrow(listing, section, few, rows, parameters);
        List<String> same = new ArrayList<>();
        if (listing.corrected()) {
            same.add("e.status");
        } else if (listing.lang() != null) {
            same.add("e.lang");
            if (section.isPresent()) same.add("e.section");
            else if (listing.kind() != null) same.add("e.kind");
        }
        return Optional.of(new Cut(rows.toString(), same));
    }

    private Optional<Long> section(String slug) {
        return em.createQuery("select c.id from Section c where c.slug = :slug", Long.class)
                .setParameter("slug", slug)
                .getResultStream()
                .findFirst();
    }

    private static void place(Listing listing, String time, StringBuilder where, Map<String, Object> parameters) {
        Listing.@Nullable Place place = listing.after() == null ? listing.before() : listing.after();
        if (place == null) return;
        String beyond = listing.after() == null ? ">" : "<";
        // The first condition alone is what an index can begin at.
        where.append(" and %1$s %2$s= :place and (%1$s %2$s :place or e.id %2$s :edition)".formatted(time, beyond));
        parameters.put("place", place.published());
        parameters.put("edition", place.edition());
    }

    /**
     * The stories of a listing, where they are so few that looking at each costs less than walking past everything else
     * in the archive; null where there are more, or where an index has nothing else.
     */
    private @Nullable List<Long> few(Listing listing, Optional<Long> section) {
        boolean filed = listing.lang() == null && (section.isPresent() || listing.kind() != null);
        if (listing.topic() == null && listing.author() == null && !filed) return null;
        Map<String, Object> parameters = new HashMap<>();
        StringBuilder where = new StringBuilder();
        if (listing.topic() != null) {
            where.append(" and t.slug = :topic");
            parameters.put("topic", listing.topic());
        }
        if (listing.author() != null) {
            where.append(" and a = :author");
            parameters.put("author", listing.author());
        }
        section.ifPresent(number -> {
            where.append(" and s.section.id = :section");
            parameters.put("section", number);
        });
        if (listing.kind() != null) {
            where.append(" and s.kind = :kind");
            parameters.put("kind", listing.kind());
        }
        String from = listing.author() == null ? " from Story s" : " from Edition e join e.authors a join e.story s";
        TypedQuery<Long> query = em.createQuery(
                "select s.id" + from + (listing.topic() == null ? "" : " join s.topics t") + " where"
                        + where.substring(4),
                Long.class);
        parameters.forEach(query::setParameter);
        List<Long> stories = query.setMaxResults(FEW + 1).getResultList();
        return stories.size() > FEW ? null : stories.stream().distinct().toList();
    }

    private static Page cut(List<Edition> oneMore, Listing listing) {
        int limit = listing.limit();
        boolean more = oneMore.size() > limit;
        List<Edition> editions = new ArrayList<>(more ? oneMore.subList(0, limit) : oneMore);
        Optional<Listing.Place> next = more ? Optional.of(listing.placeOf(editions.get(limit - 1))) : Optional.empty();
        if (listing.before() != null) Collections.reverse(editions);
        return new Page(editions, next);
    }

    private static void narrow(
            Listing listing,
            Optional<Long> section,
            @Nullable List<Long> few,
            StringBuilder where,
            Map<String, Object> parameters) {
        if (few != null) {
            where.append(" and s.id in :few");
            parameters.put("few", few);
        } else if (listing.topic() != null) {
            where.append(" and t.slug = :topic");
            parameters.put("topic", listing.topic());
        }
        if (listing.author() != null) {
            where.append(" and a = :author");
            parameters.put("author", listing.author());
        }
        if (listing.lang() != null) {
            where.append(" and e.lang = :lang");
            parameters.put("lang", listing.lang());
        }
        if (listing.kind() != null) {
            where.append(" and e.kind = :kind");
            parameters.put("kind", listing.kind());
        } else if (!listing.withPages()) {
            where.append(" and e.kind <> :page");
            parameters.put("page", Kind.PAGE);
        }
        section.ifPresent(number -> {
            where.append(" and e.section = :section");
            parameters.put("section", number);
        });
        if (listing.since() != null) {
            where.append(" and e.updated >= :since");
            parameters.put("since", listing.since());
        }
        if (listing.from() != null) {
            where.append(" and e.publishedAt >= :from");
            parameters.put("from", listing.from());
        }
        if (listing.to() != null) {
            where.append(" and e.publishedAt < :to");
            parameters.put("to", listing.to());
        }
    }

    // -- What the desk's overviews ask for. None of it reads a body, and everything has an end.

    void catchwords(Edition edition) {
        Catchwords known = em.find(Catchwords.class, edition.id());
        if (known == null) em.persist(new Catchwords(edition));
        else known.take(edition);
    }

    /** The stories that have these words in a headline or standfirst, the newest edition first; drafts too. */
    public List<Long> storiesSaying(String typed, Collection<String> langs, int limit) {
        List<String> words = Words.wanted(typed);
        if (words.isEmpty() || langs.isEmpty()) return List.of();
        StringBuilder where = new StringBuilder("select c.story from Catchwords c where c.lang in :langs");
        for (int i = 0; i < words.size(); i++) {
            where.append(" and c.words like :word").append(i).append(" escape '!'");
        }
        TypedQuery<Long> query = em.createQuery(where + " order by c.edition desc", Long.class)
                .setParameter("langs", langs)
                .setMaxResults(limit);
        for (int i = 0; i < words.size(); i++) {
            query.setParameter("word" + i, Words.pattern(words.get(i)));
        }
        return query.getResultStream().distinct().toList();
    }

    /** Where a story stands in a column of the board: by the edition of it that was touched last there. */
    public record Waiting(long story, long edition, Instant updated) {

        /** For the address of the page that goes on after this. */
        public Listing.Place place() {
            return new Listing.Place(updated, edition);
        }
    }

    /**
     * The stories that have an edition with this status and none that is less advanced, last touched first.
     *
     * @param column the statuses that share the column; {@code status} is one of them
     * @param behind the statuses that would put the story elsewhere
     */
    public List<Waiting> waiting(
            Worklist work,
            Status status,
            Set<Status> column,
            Set<Status> behind,
            Optional<Listing.Place> after,
            int limit) {
        if (work.isEmpty()) return List.of();
        Map<String, Object> parameters = new HashMap<>(Map.of("status", status, "column", column));
        String same = " and o.lang in :langs" + (work.begunBy() == null ? "" : " and o.begunBy = :person");
        StringBuilder where = new StringBuilder(" where e.status = :status and e.lang in :langs");
        if (work.begunBy() != null) where.append(" and e.begunBy = :person");
        after.ifPresent(place -> {
            where.append(" and (e.updated < :after or (e.updated = :after and e.id < :edition))");
            parameters.put("after", place.published());
            parameters.put("edition", place.edition());
        });
        String joins = filed(work, where, parameters, " join e.story s ");
        where.append(" and not exists (select o.id from Edition o where o.story = e.story")
                .append(same);
        where.append(" and (");
        if (!behind.isEmpty()) {
            where.append("o.status in :behind or ");
            parameters.put("behind", behind);
        }
        where.append("(o.status in :column and (o.updated > e.updated or (o.updated = e.updated and o.id > e.id)))))");
        parameters.put("langs", work.langs());
        if (work.begunBy() != null) parameters.put("person", work.begunBy());
        // The status stands in the order so that H2 sees that the index has it already.
        TypedQuery<Object[]> query = em.createQuery(
                "select e.story.id, e.id, e.updated from Edition e" + joins + where
                        + " order by e.status, e.updated desc, e.id desc",
                Object[].class);
        parameters.forEach(query::setParameter);
        return bound(query)
                .setMaxResults(limit)
                .getResultStream()
                .map(row -> new Waiting((Long) row[0], (Long) row[1], (Instant) row[2]))
                .toList();
    }

    /**
     * A row of the matrix is a story, the newest first.
     *
     * @param publicIn it is public in this language; empty for any
     * @param missingIn it has no edition in this language; empty for any
     * @param stale one of its editions is behind its source
     * @param since opened at or after this instant
     * @param before only stories with a lower number
     */
    public record Rows(
            Worklist work, String publicIn, String missingIn, boolean stale, Optional<Instant> since, long before) {}

    public List<Long> rows(Rows rows, int limit) {
        if (rows.work().isEmpty()) return List.of();
        Map<String, Object> parameters = new HashMap<>(Map.of("before", rows.before()));
        StringBuilder where = new StringBuilder(" where s.id < :before");
        rows.since().ifPresent(since -> {
            where.append(" and s.created >= :since");
            parameters.put("since", since);
        });
        String joins = filed(rows.work(), where, parameters, "");
        if (!rows.publicIn().isEmpty()) {
            where.append(" and exists (select p.id from Edition p"
                    + " where p.story = s and p.lang = :publicIn and p.status in :public)");
            parameters.put("publicIn", rows.publicIn());
            parameters.put("public", Status.PUBLIC);
        }
        if (!rows.missingIn().isEmpty()) {
            where.append(" and not exists (select m.id from Edition m where m.story = s and m.lang = :missingIn)");
            parameters.put("missingIn", rows.missingIn());
        }
        if (rows.stale()) {
            where.append(" and exists (select t.id from Edition t, Edition o where t.story = s and t.lang in :langs"
                    + " and t.status not in :gone and o.id = t.source and o.substance > t.sourceRevision)");
            parameters.put("gone", EnumSet.of(Status.WITHDRAWN, Status.ARCHIVED));
            parameters.put("langs", rows.work().langs());
        }
        TypedQuery<Long> query =
                em.createQuery("select s.id from Story s" + joins + where + " order by s.id desc", Long.class);
        parameters.forEach(query::setParameter);
        return bound(query).setMaxResults(limit).getResultList();
    }

    /**
     * EclipseLink writes what is given into the text of a statement with a subquery, for H2: an instant then stands
     * there in the server's own zone. Values must travel beside the statement.
     */
    private static <T> TypedQuery<T> bound(TypedQuery<T> query) {
        return query.setHint("eclipselink.jdbc.bind-parameters", "true");
    }

    /** How all editions of these stories stand, the one begun first in front. */
    public List<Standing> standings(Collection<Long> stories, Collection<String> langs) {
        if (stories.isEmpty() || langs.isEmpty()) return List.of();
        return standing(em.createQuery(STANDING + "where e.story.id in :stories and e.lang in :langs", Object[].class)
                        .setParameter("stories", stories)
                        .setParameter("langs", langs))
                .stream()
                // Sorted here: asked for an order, H2 walks through the whole table because that has it.
                .sorted(Comparator.comparing(Standing::edition))
                .toList();
    }

    /** How these editions stand. */
    public List<Standing> standingsOf(Collection<Long> editions, Collection<String> langs) {
        if (editions.isEmpty() || langs.isEmpty()) return List.of();
        return standing(em.createQuery(STANDING + "where e.id in :editions and e.lang in :langs", Object[].class)
                .setParameter("editions", editions)
                .setParameter("langs", langs));
    }

    /** What is on the timetable in these languages after this place of it, the next to go out first. */
    public List<Standing> scheduled(Collection<String> langs, Optional<Listing.Place> after, int limit) {
        if (langs.isEmpty()) return List.of();
        // lower(), so that H2 goes by the time and not through every edition of these languages.
        TypedQuery<Object[]> query = em.createQuery(
                        STANDING + "where e.status = :scheduled and lower(e.lang) in :langs and e.scheduledFor >= :from"
                                + " and (e.scheduledFor > :from or e.id > :edition)"
                                + " order by e.status, e.scheduledFor, e.id",
                        Object[].class)
                .setParameter("scheduled", Status.SCHEDULED)
                .setParameter("langs", langs)
                .setParameter("from", after.map(Listing.Place::published).orElse(Instant.EPOCH))
                .setParameter("edition", after.map(Listing.Place::edition).orElse(0L))
                .setMaxResults(limit);
        return standing(query);
    }

    private static final String STANDING = "select e.id, e.story.id, e.lang, e.status, e.headline, e.updated,"
            + " e.publishedAt, e.scheduledFor, e.begunBy, e.source, e.sourceRevision, e.substance from Edition e ";

    private static List<Standing> standing(TypedQuery<Object[]> query) {
        return query.getResultStream()
                .map(row -> new Standing(
                        (Long) row[0],
                        (Long) row[1],
                        (String) row[2],
                        (Status) row[3],
                        (String) row[4],
                        (Instant) row[5],
                        (Instant) row[6],
                        (Instant) row[7],
                        (Long) row[8],
                        (Long) row[9],
                        (Integer) row[10],
                        (Integer) row[11]))
                .toList();
    }

    /** Narrows by what the story shares; answers the joins that this takes. */
    private static String filed(Worklist work, StringBuilder where, Map<String, Object> parameters, String storyJoin) {
        boolean needsStory = false;
        if (work.section() != null) {
            where.append(" and s.section.slug = :section");
            parameters.put("section", work.section());
            needsStory = true;
        }
        if (work.kind() != null) {
            where.append(" and s.kind = :kind");
            parameters.put("kind", work.kind());
            needsStory = true;
        }
        if (work.stories() != null) {
            where.append(storyJoin.isEmpty() ? " and s.id in :stories" : " and e.story.id in :stories");
            parameters.put("stories", work.stories());
        }
        if (work.topics() != null) {
            where.append(" and exists (select f.id from Story f join f.topics t where f = s and t.id in :topics)");
            parameters.put("topics", work.topics());
            needsStory = true;
        }
        return needsStory ? storyJoin : "";
    }

    private <T> TypedQuery<T> gated(TypedQuery<T> query) {
        return query.setParameter("public", Status.PUBLIC).setParameter("now", clock.instant());
    }

    private static Refusal noSuchEdition() {
        return new Refusal(Refusal.Reason.NOT_FOUND, "no-such-story");
    }
}
