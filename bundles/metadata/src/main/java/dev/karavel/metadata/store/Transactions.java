package dev.karavel.metadata.store;

import dev.karavel.api.error.KaravelException;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceException;
import java.time.Clock;
import java.time.Instant;
import java.util.function.Function;

/** Units of work against the metadata database. Registered as a service of this bundle alone while the database is open. */
public final class Transactions {
    private static final int TRIES = 4;

    private final EntityManagerFactory factory;
    private final Turns turns;
    private final Clock clock;

    Transactions(EntityManagerFactory factory, Turns turns, Clock clock) {
        this.factory = factory;
        this.turns = turns;
        this.clock = clock;
    }

    /** @throws KaravelException if the database does not answer */
    public <T> T read(Function<EntityManager, T> work) {
        return turns.reading(() -> tried(work));
    }

    /**
     * Durable when it returns, nothing of it there when it throws. The work may run more than once: the database rolls back
     * one of two that wait for each other.
     *
     * @throws KaravelException for whatever the database refuses
     */
    public <T> T write(Function<EntityManager, T> work) {
        return turns.writing(() -> tried(work));
    }

    public Instant now() {
        return clock.instant();
    }

    private <T> T tried(Function<EntityManager, T> work) {
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
