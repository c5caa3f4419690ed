package org.minbar;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * What the server does around a {@code @Transactional} method: one transaction a thread, one entity manager and one
 * connection in it; before the commit first the entity manager writes, then the interposed synchronizations do. Any
 * unchecked exception takes everything back; as Jakarta Transactions has it, a checked one does not.
 */
final class Transactions implements TransactionSynchronizationRegistry {

    private final EntityManagerFactory factory;
    private final Pool pool;
    private final ThreadLocal<@Nullable Running> running = new ThreadLocal<>();

    Transactions(EntityManagerFactory factory, Pool pool) {
        this.factory = factory;
        this.pool = pool;
    }

    <T> T run(Callable<T> work) throws Exception {
        if (running.get() != null) throw new IllegalStateException("A transaction is under way on this thread");
        Running own = new Running(factory.createEntityManager());
        own.em.getTransaction().begin();
        running.set(own);
        pool.bind(own.em.unwrap(Connection.class));
        int outcome = Status.STATUS_ROLLEDBACK;
        try {
            T result = finished(work, own);
            if (!own.rollbackOnly) outcome = Status.STATUS_COMMITTED;
            return result;
        } finally {
            if (own.em.getTransaction().isActive()) own.em.getTransaction().rollback();
            pool.unbind();
            running.remove();
            own.em.close();
            for (Synchronization synchronization : own.interposed) synchronization.afterCompletion(outcome);
        }
    }

    private static <T> T finished(Callable<T> work, Running own) throws Exception {
        try {
            T result = work.call();
            complete(own);
            return result;
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception checked) {
            complete(own);
            throw checked;
        }
    }

    private static void complete(Running own) {
        if (own.rollbackOnly) return;
        own.em.flush();
        for (Synchronization synchronization : List.copyOf(own.interposed)) synchronization.beforeCompletion();
        if (!own.rollbackOnly) own.em.getTransaction().commit();
    }

    /** An entity manager that is, on each thread, that of the thread's transaction. */
    EntityManager entityManager() {
        return (EntityManager) Proxy.newProxyInstance(
                Transactions.class.getClassLoader(),
                new Class<?>[] {EntityManager.class},
                (proxy, method, arguments) -> {
                    try {
                        return method.invoke(here().em, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private Running here() {
        Running here = running.get();
        if (here == null) throw new IllegalStateException("There is no transaction on this thread");
        return here;
    }

    private static final class Running {
        final EntityManager em;
        final Map<Object, Object> resources = new HashMap<>();
        final List<Synchronization> interposed = new ArrayList<>();
        boolean rollbackOnly;

        Running(EntityManager em) {
            this.em = em;
        }
    }

    @Override
    public @Nullable Object getTransactionKey() {
        return running.get();
    }

    @Override
    public void putResource(Object key, Object value) {
        here().resources.put(key, value);
    }

    @Override
    public @Nullable Object getResource(Object key) {
        return here().resources.get(key);
    }

    @Override
    public void registerInterposedSynchronization(Synchronization synchronization) {
        here().interposed.add(synchronization);
    }

    @Override
    public int getTransactionStatus() {
        Running here = running.get();
        if (here == null) return Status.STATUS_NO_TRANSACTION;
        return here.rollbackOnly ? Status.STATUS_MARKED_ROLLBACK : Status.STATUS_ACTIVE;
    }

    @Override
    public void setRollbackOnly() {
        here().rollbackOnly = true;
    }

    @Override
    public boolean getRollbackOnly() {
        return here().rollbackOnly;
    }
}
