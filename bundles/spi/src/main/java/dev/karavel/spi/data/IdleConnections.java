package dev.karavel.spi.data;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** A few connections kept between statements; one that lay for a while is tried before it is used. */
final class IdleConnections {
    private static final int MOST = 4;
    private static final long TRIED_AFTER = Duration.ofSeconds(5).toNanos();
    private static final long DROPPED_AFTER = Duration.ofMinutes(10).toNanos();
    private static final int SECONDS_TO_ANSWER = 5;

    private final Deque<Idle> idle = new ArrayDeque<>();
    private boolean closed;

    private record Idle(Connection connection, long since) {}

    Optional<Connection> take() {
        while (true) {
            Idle next;
            synchronized (idle) {
                next = idle.pollLast();
            }
            if (next == null) {
                return Optional.empty();
            }
            if (isAlive(next)) {
                return Optional.of(next.connection());
            }
            drop(next.connection());
        }
    }

    /** Keeps the connection, or closes it if there are enough. */
    void give(Connection connection) {
        synchronized (idle) {
            if (!closed && idle.size() < MOST) {
                idle.addLast(new Idle(connection, System.nanoTime()));
                return;
            }
        }
        drop(connection);
    }

    int size() {
        synchronized (idle) {
            return idle.size();
        }
    }

    void close() {
        synchronized (idle) {
            closed = true;
        }
        clear();
    }

    void clear() {
        Deque<Idle> last;
        synchronized (idle) {
            last = new ArrayDeque<>(idle);
            idle.clear();
        }
        last.forEach(each -> drop(each.connection()));
    }

    static void drop(Connection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            // a connection that cannot be closed is lost already
            return;
        }
    }

    private static boolean isAlive(Idle candidate) {
        long age = System.nanoTime() - candidate.since();
        try {
            return age < TRIED_AFTER
                    || age < DROPPED_AFTER && candidate.connection().isValid(SECONDS_TO_ANSWER);
        } catch (SQLException e) {
            return false;
        }
    }
}
