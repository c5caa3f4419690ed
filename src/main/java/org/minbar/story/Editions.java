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
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

    private static final String WHOLE = "select e from Edition e join fetch e.story s join fetch s.section ";

    /** So many stories are looked at one by one rather than searched for in everything. */
    private static final int FEW = 500;

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
        return page(listing, Status.PUBLIC, PUBLIC, new HashMap<>());
    }

    /** How many public editions the listing has in all, whatever page it asks for. */
    public long publicCount(Listing listing) {
        Map<String, Object> parameters = new HashMap<>();
        List<Long> few = few(listing);
        if (few != null && few.isEmpty()) return 0;
        String where = "where" + PUBLIC + narrowed(listing, few, parameters);
        TypedQuery<Long> query = em.createQuery("select count(e.id)" + from(listing, few) + where, Long.class);
        parameters.put("public", Status.PUBLIC);
        parameters.put("now", clock.instant());
        parameters.forEach(query::setParameter);
        return query.getSingleResult();
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
        List<Long> few = few(listing);
        if (few != null && few.isEmpty()) return List.of();
        Map<String, Object> parameters = new HashMap<>();
        String where = "where" + PUBLIC + narrowed(listing, few, parameters);
        if (!kinds.isEmpty()) {
            where += " and s.kind in :kinds";
            parameters.put("kinds", kinds);
        }
        String order = (listing.lang() == null ? "" : "e.lang, ") + "e.publishedAt desc, e.id desc";
        TypedQuery<Object[]> query =
                em.createQuery(FILED + from(listing, few) + where + " order by " + order, Object[].class);
        parameters.forEach(query::setParameter);
        return filed(query.setFirstResult(listing.skip()).setMaxResults(listing.limit()));
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

    /** The addresses of public editions in a language, the oldest edition first. */
    public List<Address> publicAddresses(String lang, int skip, int limit) {
        return addresses(em.createQuery(ADDRESS + "and e.lang = :lang order by e.id", Object[].class)
                .setParameter("lang", lang)
                .setFirstResult(skip)
                .setMaxResults(limit));
    }

    /** The addresses of all public editions of these stories. */
    public List<Address> publicAddresses(Collection<Long> stories) {
        if (stories.isEmpty()) return List.of();
        return addresses(em.createQuery(ADDRESS + "and s.id in :stories order by e.id", Object[].class)
                .setParameter("stories", stories));
    }

    /** The addresses of public editions that were first published since then, the newest first. */
    public List<Address> publicAddressesSince(Instant since, int limit) {
        return addresses(em.createQuery(
                        ADDRESS + "and e.publishedAt >= :since order by e.publishedAt desc, e.id desc", Object[].class)
                .setParameter("since", since)
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

    /** Public editions with a correction, the last changed first. */
    public List<Edition> publicCorrected(String lang, int skip, int limit) {
        return em.createQuery(
                        WHOLE + "where e.lang = :lang and e.status = :corrected"
                                + " and (s.embargo is null or s.embargo <= :now) order by e.status, e.updated desc, e.id desc",
                        Edition.class)
                .setParameter("lang", lang)
                .setParameter("corrected", Status.CORRECTED)
                .setParameter("now", clock.instant())
                .setFirstResult(skip)
                .setMaxResults(limit)
                .getResultList();
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
        String where = "where e.status = :status and e.lang in :langs" + narrowed(listing, null, parameters);
        if (listing.after() != null) {
            where += " and e.id < :edition";
            parameters.put("edition", listing.after().edition());
        }
        String join = listing.topic() == null ? WHOLE : WHOLE + "join s.topics t ";
        TypedQuery<Edition> query = em.createQuery(join + where + " order by e.id desc", Edition.class);
        parameters.forEach(query::setParameter);
        return cut(
                query.setFirstResult(listing.skip())
                        .setMaxResults(listing.limit() + 1)
                        .getResultList(),
                listing.limit());
    }

    /** @param next where the next page begins; empty on the last */
    public record Page(List<Edition> editions, Optional<Listing.Place> next) {}

    private Page page(Listing listing, Set<Status> statuses, String gate, Map<String, Object> parameters) {
        List<Long> few = few(listing);
        if (few != null && few.isEmpty()) return new Page(List.of(), Optional.empty());
        String where = "where" + gate + narrowed(listing, few, parameters);
        if (listing.after() != null) {
            where += " and (e.publishedAt < :published or (e.publishedAt = :published and e.id < :edition))";
            parameters.put("published", listing.after().published());
            parameters.put("edition", listing.after().edition());
        }
        // The numbers first, from an index alone: a body is read of what is shown, and of nothing that was passed over.
        // The language, though it is one, stands in the order, so that H2 sees that the index has it.
        String order = (listing.lang() == null ? "" : "e.lang, ") + "e.publishedAt desc, e.id desc";
        TypedQuery<Long> query =
                em.createQuery("select e.id" + from(listing, few) + where + " order by " + order, Long.class);
        parameters.put("public", statuses);
        if (gate.contains(":now")) parameters.put("now", clock.instant());
        parameters.forEach(query::setParameter);
        List<Long> numbers = query.setFirstResult(listing.skip())
                .setMaxResults(listing.limit() + 1)
                .getResultList();
        if (numbers.isEmpty()) return new Page(List.of(), Optional.empty());
        Map<Long, Edition> read = new HashMap<>();
        em.createQuery(WHOLE + "where e.id in :numbers", Edition.class)
                .setParameter("numbers", numbers)
                .getResultStream()
                .forEach(edition -> read.put(edition.id(), edition));
        return cut(numbers.stream().map(read::get).toList(), listing.limit());
    }

    /**
     * The stories of a listing, where they are so few that looking at each costs less than walking past everything else
     * in the archive; null where there are more.
     */
    private @Nullable List<Long> few(Listing listing) {
        if (listing.topic() == null && listing.section() == null && listing.kind() == null) return null;
        Map<String, Object> parameters = new HashMap<>();
        StringBuilder where = new StringBuilder();
        if (listing.topic() != null) {
            where.append(" and t.slug = :topic");
            parameters.put("topic", listing.topic());
        }
        if (listing.section() != null) {
            where.append(" and s.section.slug = :section");
            parameters.put("section", listing.section());
        }
        if (listing.kind() != null) {
            where.append(" and s.kind = :kind");
            parameters.put("kind", listing.kind());
        }
        TypedQuery<Long> query = em.createQuery(
                "select s.id from Story s" + (listing.topic() == null ? "" : " join s.topics t") + " where"
                        + where.substring(4),
                Long.class);
        parameters.forEach(query::setParameter);
        List<Long> stories = query.setMaxResults(FEW + 1).getResultList();
        return stories.size() > FEW ? null : stories;
    }

    private static String from(Listing listing, @Nullable List<Long> few) {
        return " from Edition e join e.story s " + (listing.topic() == null || few != null ? "" : "join s.topics t ");
    }

    private static Page cut(List<Edition> oneMore, int limit) {
        if (oneMore.size() <= limit) return new Page(oneMore, Optional.empty());
        List<Edition> editions = new ArrayList<>(oneMore.subList(0, limit));
        Edition last = editions.get(limit - 1);
        return new Page(editions, Optional.of(new Listing.Place(last.published().orElse(last.created()), last.id())));
    }

    private static String narrowed(Listing listing, @Nullable List<Long> few, Map<String, Object> parameters) {
        StringBuilder where = new StringBuilder();
        if (few != null) {
            where.append(" and s.id in :few");
            parameters.put("few", few);
        }
        if (listing.lang() != null) {
            where.append(" and e.lang = :lang");
            parameters.put("lang", listing.lang());
        }
        if (listing.kind() != null) {
            where.append(" and s.kind = :kind");
            parameters.put("kind", listing.kind());
        } else if (!listing.withPages()) {
            where.append(" and s.kind <> :page");
            parameters.put("page", Kind.PAGE);
        }
        if (few == null && listing.section() != null) {
            where.append(" and s.section.slug = :section");
            parameters.put("section", listing.section());
        }
        if (few == null && listing.topic() != null) {
            where.append(" and t.slug = :topic");
            parameters.put("topic", listing.topic());
        }
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
        return where.toString();
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

    private TypedQuery<Edition> gated(TypedQuery<Edition> query) {
        return query.setParameter("public", Status.PUBLIC).setParameter("now", clock.instant());
    }

    private static Refusal noSuchEdition() {
        return new Refusal(Refusal.Reason.NOT_FOUND, "no-such-story");
    }
}
