package org.minbar.story;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.minbar.language.Refusal;

/** The stories. */
@ApplicationScoped
public class Stories {

    @PersistenceContext(unitName = "newsroom")
    private EntityManager em;

    protected Stories() {}

    public Stories(EntityManager em) {
        this.em = em;
    }

    public Story add(Story story) {
        em.persist(story);
        return story;
    }

    public Optional<Story> find(long id) {
        return Optional.ofNullable(em.find(Story.class, id));
    }

    public Story get(long id) {
        return find(id).orElseThrow(() -> new Refusal(Refusal.Reason.NOT_FOUND, "no-such-story"));
    }

    /** The stories that imports made under these names. */
    public List<Story> findByOrigins(Collection<String> origins) {
        if (origins.isEmpty()) return List.of();
        return em.createQuery("select s from Story s where s.origin in :origins", Story.class)
                .setParameter("origins", origins)
                .getResultList();
    }

    /** Those of these stories that there are. */
    public List<Story> of(Collection<Long> ids) {
        if (ids.isEmpty()) return List.of();
        return em.createQuery("select s from Story s join fetch s.section where s.id in :ids", Story.class)
                .setParameter("ids", ids)
                .getResultList();
    }

    /** The stories whose embargo ends after this instant, the next to end first. */
    public List<Story> embargoedAfter(Instant instant, int limit) {
        return em.createQuery(
                        "select s from Story s join fetch s.section where s.embargo > :instant order by s.embargo, s.id",
                        Story.class)
                .setParameter("instant", instant)
                .setMaxResults(limit)
                .getResultList();
    }

    /** The stories whose embargo has ended without being told yet, the first to end first. */
    public List<Story> embargoOver(Instant now, int limit) {
        return em.createQuery(
                        "select s from Story s where s.embargoOver = false and s.embargo <= :now"
                                + " order by s.embargoOver, s.embargo",
                        Story.class)
                .setParameter("now", now)
                .setMaxResults(limit)
                .getResultList();
    }

    /** The stories of this kind that were opened last, the newest first. */
    public List<Story> newest(Kind kind, int limit) {
        return em.createQuery(
                        "select s from Story s where s.kind = :kind order by s.created desc, s.id desc", Story.class)
                .setParameter("kind", kind)
                .setMaxResults(limit)
                .getResultList();
    }

    public boolean isEmpty() {
        return em.createQuery("select s.id from Story s", Long.class)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }
}
