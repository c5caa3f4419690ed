package org.minbar.desk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;
import org.minbar.story.Edition;

/** Who is writing which edition. */
@ApplicationScoped
public class Locks {

    @PersistenceContext(unitName = "newsroom")
    private EntityManager em;

    protected Locks() {}

    public Locks(EntityManager em) {
        this.em = em;
    }

    Optional<Lock> find(Edition edition) {
        return Optional.ofNullable(em.find(Lock.class, edition.id()));
    }

    /** The edition's lock, free or held, and nobody else's to change until the transaction ends. */
    Lock toChange(Edition edition) {
        Lock known = em.find(Lock.class, edition.id(), LockModeType.PESSIMISTIC_WRITE);
        if (known != null) return known;
        // The first to come makes it; whoever came at the same moment waits here, and finds it.
        em.lock(edition, LockModeType.PESSIMISTIC_WRITE);
        Lock meanwhile = em.find(Lock.class, edition.id(), LockModeType.PESSIMISTIC_WRITE);
        if (meanwhile != null) return meanwhile;
        Lock fresh = new Lock(edition);
        em.persist(fresh);
        em.flush();
        return fresh;
    }
}
