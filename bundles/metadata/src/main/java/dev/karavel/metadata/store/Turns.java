package dev.karavel.metadata.store;

import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;

/**
 * Who may use the database at the same time. Derby lets readers and writers wait for each other row by row and looks for a
 * deadlock only after 20 s; a write takes milliseconds, so there they take turns instead. Other databases know better.
 */
final class Turns {
    private final ReadWriteLock lock;

    private Turns(ReadWriteLock lock) {
        this.lock = lock;
    }

    static Turns of(DatabaseAddress address) {
        return new Turns(address.embedded() ? new ReentrantReadWriteLock(true) : null);
    }

    /** Whether this server alone has the database open: an embedded Derby belongs to one process. */
    boolean exclusive() {
        return lock != null;
    }

    <T> T reading(Supplier<T> work) {
        return lock == null ? work.get() : locked(lock.readLock(), work);
    }

    <T> T writing(Supplier<T> work) {
        return lock == null ? work.get() : locked(lock.writeLock(), work);
    }

    private static <T> T locked(Lock lock, Supplier<T> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }
}
