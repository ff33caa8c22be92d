package dev.karavel.metadata.store;

import dev.karavel.api.error.KaravelException;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import javax.sql.DataSource;

/** Units of work against the metadata database. Registered as a service of this bundle alone while the database is open. */
public final class Transactions {
    private static final int TRIES = 4;

    private final EntityManagerFactory factory;
    private final DataSource pool;
    private final Turns turns;
    private final Clock clock;
    private final AtomicLong changes = new AtomicLong();

    Transactions(EntityManagerFactory factory, DataSource pool, Turns turns, Clock clock) {
        this.factory = factory;
        this.pool = pool;
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
        return turns.writing(() -> {
            try {
                return tried(work);
            } finally {
                changes.incrementAndGet();
            }
        });
    }

    /** The same for rows that no record is made of, such as a journal's. */
    public <T> T append(Function<EntityManager, T> work) {
        return turns.writing(() -> tried(work));
    }

    /** Whether nobody but this server writes: then nothing changes while {@link #changes} stays the same. */
    public boolean exclusive() {
        return turns.exclusive();
    }

    /** Counts what was written here. */
    public long changes() {
        return changes.get();
    }

    /**
     * A version as it is now, in one round trip and without what a unit of work costs.
     *
     * @param statement gives one number for an id, or no row
     * @throws KaravelException if the database does not answer
     */
    public OptionalInt version(String statement, long id) {
        return turns.reading(() -> {
            try (Connection connection = pool.getConnection();
                    PreparedStatement prepared = connection.prepareStatement(statement)) {
                prepared.setLong(1, id);
                try (ResultSet row = prepared.executeQuery()) {
                    return row.next() ? OptionalInt.of(row.getInt(1)) : OptionalInt.empty();
                }
            } catch (SQLException e) {
                throw Failures.translated(e);
            }
        });
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
