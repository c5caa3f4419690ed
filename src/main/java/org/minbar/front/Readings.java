package org.minbar.front;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How often editions were read, by the hour. */
@ApplicationScoped
public class Readings {

    @PersistenceContext(unitName = "newsroom")
    private EntityManager em;

    protected Readings() {}

    public Readings(EntityManager em) {
        this.em = em;
    }

    /** Adds to what is there. Only one node at a time may do so. */
    void add(Map<Passage, Long> counted) {
        counted.forEach((passage, times) -> {
            int known = em.createQuery("update Reading r set r.times = r.times + :times"
                            + " where r.begun = :begun and r.lang = :lang and r.story = :story")
                    .setParameter("times", times)
                    .setParameter("begun", passage.begun())
                    .setParameter("lang", passage.lang())
                    .setParameter("story", passage.story())
                    .executeUpdate();
            if (known == 0) em.persist(new Reading(passage, times));
        });
        em.flush();
    }

    /**
     * The stories that were read most since then, by language, the most read first.
     *
     * @param atMost so many of each language
     */
    Map<String, List<Long>> most(Instant since, int atMost) {
        Map<String, List<Long>> most = new HashMap<>();
        em.createQuery(
                        "select r.lang, r.story, sum(r.times) from Reading r where r.begun > :since"
                                + " group by r.lang, r.story order by sum(r.times) desc, r.story desc",
                        Object[].class)
                .setParameter("since", since)
                .getResultStream()
                .forEach(row -> {
                    List<Long> stories = most.computeIfAbsent((String) row[0], lang -> new ArrayList<>());
                    if (stories.size() < atMost) stories.add((Long) row[1]);
                });
        return most;
    }

    /** Forgets the hours that began before then. */
    int thin(Instant before) {
        return em.createQuery("delete from Reading r where r.begun < :before")
                .setParameter("before", before)
                .executeUpdate();
    }
}
