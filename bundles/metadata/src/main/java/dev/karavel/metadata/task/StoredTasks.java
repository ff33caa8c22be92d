package dev.karavel.metadata.task;

import dev.karavel.api.catalog.ListQuery;
import dev.karavel.api.catalog.Page;
import dev.karavel.api.error.ErrorCode;
import dev.karavel.api.error.KaravelException;
import dev.karavel.api.event.Topics;
import dev.karavel.api.task.Task;
import dev.karavel.api.task.Task.State;
import dev.karavel.api.task.TaskOrder;
import dev.karavel.api.task.Tasks;
import dev.karavel.metadata.entity.TaskEntity;
import dev.karavel.metadata.store.Transactions;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiPredicate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.event.Event;
import org.osgi.service.event.EventAdmin;

/**
 * Each step is one short transaction on one row: locked where what is there decides what comes, under a condition where only one
 * of several may win.
 */
@Component
public final class StoredTasks implements Tasks {
    private static final int MOST_AT_ONCE = 200;
    private static final int MOST_ROUNDS = 5;
    private static final String LOST_TOO_OFTEN =
            "The servers that did it stopped in the middle, one after the other: it may be the reason";

    private final Transactions transactions;
    private final EventAdmin events;
    private final TaskLists lists;

    @Activate
    public StoredTasks(@Reference Transactions transactions, @Reference EventAdmin events) {
        this.transactions = transactions;
        this.events = events;
        lists = new TaskLists(transactions);
    }

    @Override
    public Task append(TaskOrder order) {
        Optional<Task> older = find(order.kind(), order.key());
        if (older.isPresent()) {
            return older.get();
        }
        Task task;
        try {
            task = transactions.append(entities -> {
                TaskEntity entity = new TaskEntity(order, now(entities));
                entities.persist(entity);
                entities.flush();
                return entity.read();
            });
        } catch (KaravelException e) {
            // somebody ordered the same at the same time
            return find(order.kind(), order.key())
                    .filter(found -> e.code() == ErrorCode.CONFLICT)
                    .orElseThrow(() -> e);
        }
        announce(task);
        return task;
    }

    @Override
    public Optional<Task> find(UUID id) {
        return lists.first("e.uuid = ?1", id.toString());
    }

    @Override
    public Optional<Task> find(String kind, String key) {
        return lists.first("e.kind = ?1 and e.key = ?2", kind, key);
    }

    @Override
    public Page<Task> list(ListQuery query) {
        return lists.list(query);
    }

    @Override
    public List<Waiting> waiting() {
        return lists.waiting();
    }

    @Override
    public List<Count> counts() {
        return lists.counts();
    }

    @Override
    public List<Claimed> claim(Wish wish) {
        if (wish.kinds().isEmpty() || wish.most() < 1) {
            return List.of();
        }
        List<Claimed> claimed = new ArrayList<>();
        boolean lost = true;
        // others were quicker: the next ones are looked for at once, or the place stays empty while tasks wait
        for (int round = 0; lost && claimed.size() < wish.most() && round < MOST_ROUNDS; round++) {
            int most = wish.most() - claimed.size();
            Round taken = transactions.append(entities -> claim(entities, wish, most));
            claimed.addAll(taken.won());
            lost = taken.lost();
        }
        claimed.forEach(each -> announce(each.task()));
        return claimed;
    }

    /** @param lost whether somebody else took one of those that were looked at */
    private record Round(List<Claimed> won, boolean lost) {}

    private Round claim(EntityManager entities, Wish wish, int most) {
        Instant now = now(entities);
        List<Object[]> candidates = entities.createQuery(
                        "select e.id, e.claims from TaskEntity e where e.state = 'WAITING' and e.priority = :priority"
                                + " and e.due <= :now and e.kind in :kinds order by e.due, e.id",
                        Object[].class)
                .setParameter("priority", wish.priority().ordinal())
                .setParameter("now", TaskEntity.moment(now))
                .setParameter("kinds", wish.kinds())
                // some more than needed: other nodes take from the same end
                .setMaxResults(most * 3)
                .getResultList();
        List<Claimed> won = new ArrayList<>();
        boolean lost = false;
        for (Object[] candidate : candidates) {
            if (won.size() == most) {
                break;
            }
            if (wins(entities, candidate)) {
                TaskEntity entity = entities.find(TaskEntity.class, candidate[0]);
                entity.claim(wish.node(), now.plus(wish.lease()), now);
                won.add(new Claimed(entity.read(), entity.hold()));
            } else {
                lost = true;
            }
        }
        return new Round(won, lost);
    }

    // SQL: OpenJPA does an update with a sum in its own memory, where two nodes both win
    private static boolean wins(EntityManager entities, Object[] candidate) {
        return entities.createNativeQuery("update task set state = 'RUNNING', claims = claims + 1"
                                + " where id = ?1 and claims = ?2 and state = 'WAITING'")
                        .setParameter(1, candidate[0])
                        .setParameter(2, candidate[1])
                        .executeUpdate()
                == 1;
    }

    @Override
    public boolean renew(Hold hold, Duration lease, int progress, String words) {
        return held(hold, (entity, now) -> {
            Task.Course before = entity.read().course();
            entity.renew(now.plus(lease), progress, words);
            return before.progress() != progress || !before.words().equals(words);
        });
    }

    @Override
    public boolean end(Hold hold, Outcome outcome) {
        return held(hold, (entity, now) -> {
            entity.end(outcome, now);
            return true;
        });
    }

    @Override
    public boolean putBack(Hold hold, Duration pause, Optional<Outcome> failure) {
        return held(hold, (entity, now) -> {
            entity.putBack(now.plus(pause), failure);
            return true;
        });
    }

    private record Step(Task task, boolean news) {}

    private boolean held(Hold hold, BiPredicate<TaskEntity, Instant> step) {
        Optional<Step> taken = transactions.append(entities -> Optional.ofNullable(locked(entities, hold.row()))
                .filter(entity -> entity.isHeldBy(hold))
                .map(entity -> {
                    boolean news = step.test(entity, now(entities));
                    return new Step(entity.read(), news);
                }));
        taken.filter(Step::news).map(Step::task).ifPresent(this::announce);
        return taken.isPresent();
    }

    @Override
    public Optional<Task> cancel(UUID id, String words) {
        return change(id, (entity, now) -> {
            boolean open = !entity.state().isEnd();
            if (open) {
                entity.end(new Outcome(State.CANCELLED, words, Optional.empty(), Optional.empty()), now);
            }
            return open;
        });
    }

    @Override
    public Optional<Task> reopen(UUID id) {
        return change(id, (entity, now) -> {
            if (!entity.state().isEnd() || entity.state() == State.DONE) {
                throw new KaravelException(
                        ErrorCode.CONFLICT,
                        "Only a task that failed or was cancelled can be tried again; this one is "
                                + (entity.state() == State.DONE ? "done" : "under way"));
            }
            entity.reopen(now);
            return true;
        });
    }

    private Optional<Task> change(UUID id, BiPredicate<TaskEntity, Instant> step) {
        Optional<Step> taken = transactions.append(
                entities -> row(entities, id).map(row -> locked(entities, row)).map(entity -> {
                    boolean news = step.test(entity, now(entities));
                    return new Step(entity.read(), news);
                }));
        taken.filter(Step::news).map(Step::task).ifPresent(this::announce);
        return taken.map(Step::task);
    }

    @Override
    public int recover(int mostLosses) {
        List<Long> lost = rows("e.state = 'RUNNING' and e.leaseUntil < ?1", Duration.ZERO);
        return change(lost, (entity, now) -> {
            boolean stillLost = entity.isLost(now);
            if (stillLost && entity.lose(mostLosses, now)) {
                entity.end(Outcome.failed(LOST_TOO_OFTEN, ErrorCode.INTERNAL.name()), now);
            }
            return stillLost;
        });
    }

    @Override
    public int fail(Duration dueSince, Outcome outcome) {
        return change(rows("e.state = 'WAITING' and e.due < ?1", dueSince), (entity, now) -> {
            boolean waits = entity.state() == State.WAITING;
            if (waits) {
                entity.end(outcome, now);
            }
            return waits;
        });
    }

    private List<Long> rows(String condition, Duration ago) {
        return transactions.read(
                entities -> entities.createQuery("select e.id from TaskEntity e where " + condition, Long.class)
                        .setParameter(1, TaskEntity.moment(now(entities).minus(ago)))
                        .setMaxResults(MOST_AT_ONCE)
                        .getResultList());
    }

    private int change(List<Long> rows, BiPredicate<TaskEntity, Instant> step) {
        int changed = 0;
        for (long row : rows) {
            Optional<Task> task = transactions.append(entities -> Optional.ofNullable(locked(entities, row))
                    .filter(entity -> step.test(entity, now(entities)))
                    .map(TaskEntity::read));
            task.ifPresent(this::announce);
            changed += task.isPresent() ? 1 : 0;
        }
        return changed;
    }

    @Override
    public int forget(Duration doneSince, Duration deadSince) {
        return forget("e.state = 'DONE'", doneSince)
                + forget("(e.state = 'FAILED' or e.state = 'CANCELLED')", deadSince);
    }

    private int forget(String which, Duration since) {
        return transactions.append(
                entities -> entities.createQuery("delete from TaskEntity e where " + which + " and e.ended < ?1")
                        .setParameter(1, TaskEntity.moment(now(entities).minus(since)))
                        .executeUpdate());
    }

    /** By the database's clock, the only one all nodes share. */
    private Instant now(EntityManager entities) {
        return entities
                .createQuery("select current_timestamp, e.id from TaskEntity e", Object[].class)
                .setMaxResults(1)
                .getResultList()
                .stream()
                .findFirst()
                .map(row -> ((Timestamp) row[0]).toInstant())
                .orElseGet(transactions::now);
    }

    private static Optional<Long> row(EntityManager entities, UUID id) {
        return entities
                .createQuery("select e.id from TaskEntity e where e.uuid = :uuid", Long.class)
                .setParameter("uuid", id.toString())
                .getResultList()
                .stream()
                .findFirst();
    }

    private static TaskEntity locked(EntityManager entities, long row) {
        return entities.find(TaskEntity.class, row, LockModeType.PESSIMISTIC_WRITE);
    }

    private void announce(Task task) {
        Map<String, Object> news = new HashMap<>();
        news.put(Topics.ID, task.id().toString());
        news.put(Topics.STATE, task.course().state().name());
        news.put(Topics.KIND, task.order().kind());
        task.order().userId().ifPresent(user -> news.put(Topics.USER, user));
        events.postEvent(new Event(Topics.TASK_CHANGED, news));
    }
}
