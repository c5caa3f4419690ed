package org.minbar.release;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.minbar.story.Kind;
import org.minbar.story.Story;

/** What the press releases have beside their words. */
@ApplicationScoped
public class Releases {

    @PersistenceContext(unitName = "newsroom")
    private EntityManager em;

    @Inject
    private Clock clock;

    protected Releases() {}

    public Releases(EntityManager em, Clock clock) {
        this.em = em;
        this.clock = clock;
    }

    public Optional<Release> find(long story) {
        return Optional.ofNullable(em.find(Release.class, story));
    }

    /** The story's, begun if there is none. */
    Release of(Story story) {
        return find(story.id()).orElseGet(() -> {
            Release begun = new Release(story);
            em.persist(begun);
            return begun;
        });
    }

    /** Those of these stories. */
    public Map<Long, Release> of(Collection<Long> stories) {
        if (stories.isEmpty()) return Map.of();
        return em.createQuery("select r from Release r where r.story in :stories", Release.class)
                .setParameter("stories", stories)
                .getResultStream()
                .collect(Collectors.toMap(Release::story, Function.identity()));
    }

    /** Press releases under an embargo that has not ended, the next to end first. */
    List<Story> waiting(int limit) {
        return em.createQuery(
                        "select s from Story s join fetch s.section where s.kind = :release and s.embargo > :now"
                                + " order by s.embargo, s.id",
                        Story.class)
                .setParameter("release", Kind.RELEASE)
                .setParameter("now", clock.instant())
                .setMaxResults(limit)
                .getResultList();
    }

    /** Press releases that are under no embargo now, the newest first. */
    List<Story> free(int limit) {
        return em.createQuery(
                        "select s from Story s join fetch s.section where s.kind = :release"
                                + " and (s.embargo is null or s.embargo <= :now) order by s.id desc",
                        Story.class)
                .setParameter("release", Kind.RELEASE)
                .setParameter("now", clock.instant())
                .setMaxResults(limit)
                .getResultList();
    }
}
