package org.minbar.desk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;
import org.minbar.story.Edition;

/** What was typed and not saved. It is only ever added to: a draft that was taken up is still there the next day. */
@ApplicationScoped
public class Drafts {

    @PersistenceContext(unitName = "newsroom")
    private EntityManager em;

    protected Drafts() {}

    public Drafts(EntityManager em) {
        this.em = em;
    }

    Draft keep(Draft draft) {
        em.persist(draft);
        em.flush();
        return draft;
    }

    /** This person's newest draft. */
    Optional<Draft> newest(Edition edition, long person) {
        return em.createQuery(
                        "select d from Draft d where d.edition = :edition and d.person = :person order by d.id desc",
                        Draft.class)
                .setParameter("edition", edition.id())
                .setParameter("person", person)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    /** This person's newest draft, if she has saved nothing since and it says something that the edition does not. */
    Optional<Draft> unsaved(Edition edition, long person) {
        return newest(edition, person)
                .filter(draft -> draft.differsFrom(edition))
                .filter(draft -> em.createQuery(
                                        "select count(r) from Revision r where r.edition = :edition and r.person = :person"
                                                + " and r.at >= :at",
                                        Long.class)
                                .setParameter("edition", edition.id())
                                .setParameter("person", person)
                                .setParameter("at", draft.at())
                                .getSingleResult()
                        == 0);
    }
}
