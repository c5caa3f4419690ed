package org.minbar.media;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.minbar.darkroom.Form;
import org.minbar.documents.Extract;
import org.minbar.identity.Caller;
import org.minbar.identity.Permission;
import org.minbar.language.Refusal;

/** The library's files. */
@ApplicationScoped
public class MediaFiles {

    @PersistenceContext(unitName = "newsroom")
    private EntityManager em;

    @Inject
    private Clock clock;

    @Inject
    private ZoneId zone;

    protected MediaFiles() {}

    public MediaFiles(EntityManager em, Clock clock, ZoneId zone) {
        this.em = em;
        this.clock = clock;
        this.zone = zone;
    }

    MediaFile add(MediaFile file) {
        em.persist(file);
        return file;
    }

    /** Takes it out; its bytes go with the next scrubbing, should something fail on the way. */
    public FileRemoved remove(MediaFile file, Caller by) {
        by.needs(Permission.PUBLISH);
        Optional.ofNullable(em.find(Catchwords.class, file.id())).ifPresent(em::remove);
        Optional.ofNullable(em.find(DocumentWords.class, file.id())).ifPresent(em::remove);
        em.remove(file);
        return new FileRemoved(by.id(), file.id(), file.name());
    }

    /** Writes what is pending, so that two who bring the same file at once are told apart here. */
    public void settle() {
        em.flush();
    }

    public Optional<MediaFile> find(long id) {
        return Optional.ofNullable(em.find(MediaFile.class, id));
    }

    /** @throws Refusal {@code no-such-file} */
    public MediaFile get(long id) {
        return find(id).orElseThrow(MediaFiles::noSuchFile);
    }

    /** Like {@link #get}, and locked until the transaction ends. */
    public MediaFile getToChange(long id) {
        MediaFile file = get(id);
        em.refresh(file, LockModeType.PESSIMISTIC_WRITE);
        return file;
    }

    public static Refusal noSuchFile() {
        return new Refusal(Refusal.Reason.NOT_FOUND, "no-such-file");
    }

    /** The files with these numbers that there are. */
    public Map<Long, MediaFile> of(Collection<Long> ids) {
        if (ids.isEmpty()) return Map.of();
        return em.createQuery(
                        "select distinct f from MediaFile f left join fetch f.words where f.id in :ids",
                        MediaFile.class)
                .setParameter("ids", ids)
                .getResultStream()
                .collect(Collectors.toMap(MediaFile::id, Function.identity()));
    }

    /** Waits for whoever is bringing the same bytes now; nobody else brings them before this transaction ends. */
    void claim(String handedIn) {
        em.createNativeQuery("insert into media_claim (handed_in) values (?1) on conflict do nothing")
                .setParameter(1, handedIn)
                .executeUpdate();
    }

    /** The file that was handed in with these bytes before. */
    public Optional<MediaFile> known(String handedIn) {
        return em.createQuery("select f from MediaFile f where f.handedIn = :handedIn", MediaFile.class)
                .setParameter("handedIn", handedIn)
                .getResultStream()
                .findFirst();
    }

    /** How many bytes the library keeps. */
    long bytes() {
        Number sum = (Number) em.createQuery("select coalesce(sum(f.bytes), 0) from MediaFile f")
                .getSingleResult();
        return sum.longValue();
    }

    /** All files with a key beyond this one, in the order of their keys: to walk through everything. */
    List<MediaFile> keptAfter(String kept, int limit) {
        return em.createQuery("select f from MediaFile f where f.kept > :kept order by f.kept", MediaFile.class)
                .setParameter("kept", kept)
                .setMaxResults(limit)
                .getResultList();
    }

    Set<String> printsKeys() {
        return em.createQuery("select f.id, f.stamp from MediaFile f where f.form = :picture", Object[].class)
                .setParameter("picture", Form.PICTURE)
                .getResultStream()
                .map(row -> MediaFile.printsKey((Long) row[0], (String) row[1]))
                .collect(Collectors.toSet());
    }

    /** The library as somebody wants to see it, the newest file first. */
    public Chosen choose(Choice choice, int limit) {
        return choice.words().isEmpty() ? listed(choice, limit) : found(choice, limit);
    }

    private Chosen listed(Choice choice, int limit) {
        // The numbers first: what is passed over is not read.
        List<Long> ids = query("select f.id", choice, " order by f.id desc")
                .setMaxResults(limit + 1)
                .getResultList();
        return chosen(
                ids, limit, query("select count(f.id)", choice.before(null), "").getSingleResult());
    }

    /** Words have every row read, so that is done once: for the page and for how many there are in all. */
    private Chosen found(Choice choice, int limit) {
        List<Long> all =
                query("select f.id", choice.before(null), " order by f.id desc").getResultList();
        List<Long> ids = all.stream()
                .filter(id -> choice.before() == null || id < choice.before())
                .limit(limit + 1)
                .toList();
        return chosen(ids, limit, all.size());
    }

    private Chosen chosen(List<Long> ids, int limit, long inAll) {
        List<Long> page = ids.stream().limit(limit).toList();
        Map<Long, MediaFile> files = of(page);
        return new Chosen(
                page.stream().flatMap(id -> Stream.ofNullable(files.get(id))).toList(), ids.size() > limit, inAll);
    }

    private TypedQuery<Long> query(String select, Choice choice, String order) {
        Map<String, Object> with = new HashMap<>();
        TypedQuery<Long> query =
                em.createQuery(select + " from MediaFile f" + narrowed(choice, with) + order, Long.class);
        with.forEach(query::setParameter);
        return query;
    }

    private String narrowed(Choice choice, Map<String, Object> with) {
        // A comparison of two literals would keep EclipseLink from binding any parameter.
        StringBuilder where = new StringBuilder(" where f.id > :none");
        with.put("none", 0L);
        List<String> words = choice.words();
        if (!words.isEmpty()) {
            where.append(" and f.id in (select c.file from FileCatchwords c where c.file > :none");
            for (int i = 0; i < words.size(); i++) {
                // Half the price of a pattern.
                where.append(" and locate(:word").append(i).append(", c.words) > :nowhere");
                with.put("word" + i, words.get(i));
                with.put("nowhere", 0);
            }
            where.append(")");
        }
        if (choice.form() != null) {
            where.append(" and f.form = :form");
            with.put("form", choice.form());
        }
        switch (choice.show()) {
            case ALL -> {}
            case UNUSED -> where.append(" and not exists (select u.file from Use u where u.file = f.id)");
            case LACKING -> {
                where.append(" and f.lacking = :lacking");
                with.put("lacking", true);
            }
            case EXPIRING -> {
                where.append(" and f.expires <= :soon");
                with.put("soon", today().plusDays(MediaFile.DAYS_OF_WARNING));
            }
        }
        if (choice.addedBy() != null) {
            where.append(" and f.addedBy = :addedBy");
            with.put("addedBy", choice.addedBy());
        }
        if (choice.from() != null) {
            where.append(" and (f.taken >= :from or (f.taken is null and f.addedAt >= :fromInstant))");
            with.put("from", choice.from());
            with.put("fromInstant", startOf(choice.from()));
        }
        if (choice.to() != null) {
            where.append(" and (f.taken <= :to or (f.taken is null and f.addedAt < :toInstant))");
            with.put("to", choice.to());
            with.put("toInstant", startOf(choice.to().plusDays(1)));
        }
        if (choice.before() != null) {
            where.append(" and f.id < :before");
            with.put("before", choice.before());
        }
        return where.toString();
    }

    private Instant startOf(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }

    /** The newsroom's day. */
    public LocalDate today() {
        return clock.instant().atZone(zone).toLocalDate();
    }

    /** Files whose rights end within a week or have ended, and of which that may not have been told yet. */
    List<MediaFile> ending(int limit) {
        return em.createQuery(
                        "select f from MediaFile f where f.expires <= :soon and f.expiryTold <> :ended"
                                + " and not (f.expiryTold = :ending and f.expires >= :today) order by f.expires, f.id",
                        MediaFile.class)
                .setParameter("soon", today().plusDays(MediaFile.DAYS_OF_WARNING))
                .setParameter("today", today())
                .setParameter("ending", MediaFile.Told.ENDING)
                .setParameter("ended", MediaFile.Told.ENDED)
                .setMaxResults(limit)
                .getResultList();
    }

    public Optional<DocumentWords> text(long file) {
        return Optional.ofNullable(em.find(DocumentWords.class, file));
    }

    /** The texts of these documents. */
    public List<DocumentWords> texts(Collection<Long> files) {
        if (files.isEmpty()) return List.of();
        return em.createQuery("select t from DocumentWords t where t.file in :files", DocumentWords.class)
                .setParameter("files", files)
                .getResultList();
    }

    void keep(MediaFile file, Extract extract) {
        DocumentWords words = text(file.id()).orElseGet(() -> {
            DocumentWords made = new DocumentWords(file.id());
            em.persist(made);
            return made;
        });
        words.take(extract);
    }

    /** Notes anew by which words the desk finds it. */
    public void catchwords(MediaFile file) {
        Catchwords known = em.find(Catchwords.class, file.id());
        if (known == null) {
            known = new Catchwords(file);
            em.persist(known);
        }
        known.take(file, text(file.id()).map(DocumentWords::text).orElse(""));
    }
}
