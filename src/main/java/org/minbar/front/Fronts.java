package org.minbar.front;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.minbar.journal.Journal;
import org.minbar.language.Language;

/** The front pages, one in each language. */
@ApplicationScoped
public class Fronts {

    @PersistenceContext(unitName = "newsroom")
    private EntityManager em;

    @Inject
    private Journal journal;

    protected Fronts() {}

    public Fronts(EntityManager em, Journal journal) {
        this.em = em;
        this.journal = journal;
    }

    /** As it was last arranged, or as it is before anybody has. */
    public Front of(Language language) {
        @Nullable Front known = em.find(Front.class, language.tag());
        return known == null ? new Front(language) : known;
    }

    /** The same, locked until the transaction ends: of two who arrange it at once, one waits. */
    Front getToChange(Language language) {
        @Nullable Front known = em.find(Front.class, language.tag());
        if (known == null) {
            // Two may be the first at once; only one of them makes the row.
            journal.alone();
            known = em.find(Front.class, language.tag());
        }
        if (known != null) {
            em.refresh(known, LockModeType.PESSIMISTIC_WRITE);
            return known;
        }
        Front begun = new Front(language);
        em.persist(begun);
        return begun;
    }

    /** The languages whose front page has a slot that is over by now. */
    List<String> over(Instant now) {
        return em.createQuery("select f from Front f", Front.class)
                .getResultStream()
                .filter(front -> front.isOver(now))
                .map(Front::lang)
                .toList();
    }
}
