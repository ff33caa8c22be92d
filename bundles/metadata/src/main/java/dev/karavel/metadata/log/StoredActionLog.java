package dev.karavel.metadata.log;

import dev.karavel.api.catalog.ActionLog;
import dev.karavel.api.catalog.LogEntry;
import dev.karavel.api.error.KaravelException;
import dev.karavel.metadata.entity.LogEntity;
import dev.karavel.metadata.store.Transactions;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Written behind the caller's back, many entries to a transaction. */
@Component
public final class StoredActionLog implements ActionLog {
    private static final Logger LOG = LoggerFactory.getLogger(StoredActionLog.class);
    private static final int MOST_WAITING = 10_000;
    private static final int BATCH = 500;

    private final Transactions transactions;
    private final int mostWaiting;
    private final Thread writer;
    private final Deque<LogEntry> waiting = new ArrayDeque<>();
    private long dropped;
    private boolean closing;

    @Activate
    public StoredActionLog(@Reference Transactions transactions) {
        this(transactions, MOST_WAITING);
        writer.start();
    }

    /** Writes nothing before {@link #writeAll} is called. */
    StoredActionLog(Transactions transactions, int mostWaiting) {
        this.transactions = transactions;
        this.mostWaiting = mostWaiting;
        writer = new Thread(this::writeAll, "karavel-action-log");
    }

    @Override
    public void write(LogEntry entry) {
        synchronized (waiting) {
            if (waiting.size() == mostWaiting) {
                waiting.removeFirst();
                dropped++;
            }
            waiting.addLast(entry);
            waiting.notifyAll();
        }
    }

    @Override
    public List<LogEntry> latest(int limit) {
        return transactions.read(entities -> entities
                .createQuery("select e from LogEntity e order by e.at desc, e.id desc", LogEntity.class)
                .setMaxResults(limit)
                .getResultList()
                .stream()
                .map(LogEntity::read)
                .toList());
    }

    /** What waits is still written. */
    @Deactivate
    void close() throws InterruptedException {
        synchronized (waiting) {
            closing = true;
            waiting.notifyAll();
        }
        writer.join(5_000);
    }

    /** Returns when the log is closed and everything written. */
    void writeAll() {
        for (List<LogEntry> batch = next(); !batch.isEmpty(); batch = next()) {
            List<LogEntry> entries = batch;
            try {
                transactions.append(entities -> {
                    entries.forEach(entry -> entities.persist(new LogEntity(entry)));
                    return entries.size();
                });
            } catch (KaravelException e) {
                LOG.warn("{} entries of the action log are lost: {}", entries.size(), e.getMessage(), e);
            }
        }
    }

    /** Waits for entries; none once the log is closed. */
    private List<LogEntry> next() {
        synchronized (waiting) {
            while (waiting.isEmpty() && !closing) {
                try {
                    waiting.wait();
                } catch (InterruptedException e) {
                    closing = true;
                    Thread.currentThread().interrupt();
                }
            }
            if (dropped > 0) {
                LOG.warn(
                        "{} entries of the action log were dropped: the metadata database is too slow for them",
                        dropped);
                dropped = 0;
            }
            List<LogEntry> batch = new ArrayList<>();
            while (batch.size() < BATCH && !waiting.isEmpty()) {
                batch.add(waiting.removeFirst());
            }
            return batch;
        }
    }
}
