package dev.karavel.metadata.store;

import dev.karavel.api.error.KaravelException;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceException;
import java.time.Clock;
import java.time.Instant;
import java.util.function.Consumer;
import java.util.function.Function;

/** Units of work against the metadata database. Registered as a service of this bundle alone while the database is open. */
public final class Transactions {
    private static final int TRIES = 4;

    private final EntityManagerFactory factory;
    private final Clock clock;

    public Transactions(EntityManagerFactory factory, Clock clock) {
        this.factory = factory;
        this.clock = clock;
    }

    /**
     * Durable when it returns, nothing of it there when it throws. The work may run more than once: the database rolls back
     * one of two that wait for each other.
     *
     * @throws KaravelException for whatever the database refuses
     */
    public <T> T call(Function<EntityManager, T> work) {
        for (int left = TRIES; ; left--) {
            try {
                return once(work);
            } catch (PersistenceException e) {
                if (left == 1 || !Failures.worthAnotherTry(e)) {
                    throw Failures.translated(e);
                }
            }
        }
    }

    public void run(Consumer<EntityManager> work) {
        call(entities -> {
            work.accept(entities);
            return null;
        });
    }

    public Instant now() {
        return clock.instant();
    }

    private <T> T once(Function<EntityManager, T> work) {
        EntityManager entities = factory.createEntityManager();
        try {
            entities.getTransaction().begin();
            T result = work.apply(entities);
            entities.getTransaction().commit();
            return result;
        } finally {
            if (entities.getTransaction().isActive()) {
                entities.getTransaction().rollback();
            }
            entities.close();
        }
    }
}
