package dev.karavel.metadata.entity;

import dev.karavel.api.task.Task;
import dev.karavel.api.task.Task.Course;
import dev.karavel.api.task.Task.State;
import dev.karavel.api.task.TaskOrder;
import dev.karavel.api.task.TaskOrder.Priority;
import dev.karavel.api.task.Tasks.Hold;
import dev.karavel.api.task.Tasks.Outcome;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Lob;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/** An order and its course. Who changes one locks it first, or changes it under a condition. */
@Entity
@Table(name = "task")
public class TaskEntity {
    private static final int LONGEST_WORDS = 2000;

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private long id;

    @Column(name = "uuid")
    private String uuid;

    @Column(name = "kind")
    private String kind;

    @Column(name = "task_key")
    private String key;

    @Lob
    @Column(name = "payload")
    private String payload;

    @Column(name = "user_id")
    private Long userId;

    @Column(name = "priority")
    private int priority;

    @Column(name = "not_before")
    private LocalDateTime notBefore;

    @Column(name = "time_ms")
    private long milliseconds;

    @Column(name = "attempts")
    private int attempts;

    @Column(name = "state")
    private String state;

    @Column(name = "attempt")
    private int attempt;

    @Column(name = "losses")
    private int losses;

    // counts up with each claim, and never down: the proof of who has it
    @Column(name = "claims")
    private int claims;

    @Column(name = "progress")
    private int progress;

    @Column(name = "words")
    private String words;

    @Column(name = "error_code")
    private String errorCode;

    @Lob
    @Column(name = "result")
    private String result;

    @Column(name = "node")
    private String node;

    @Column(name = "submitted_on")
    private LocalDateTime submitted;

    @Column(name = "due_on")
    private LocalDateTime due;

    @Column(name = "started_on")
    private LocalDateTime started;

    @Column(name = "ended_on")
    private LocalDateTime ended;

    @Column(name = "lease_until")
    private LocalDateTime leaseUntil;

    protected TaskEntity() {}

    public TaskEntity(TaskOrder order, Instant now) {
        uuid = UUID.randomUUID().toString();
        kind = Fields.name("kind", order.kind(), 64);
        key = Fields.name("key", order.key(), 200);
        payload = Fields.text("payload", order.payload(), 1 << 20);
        userId = order.userId().isPresent() ? order.userId().getAsLong() : null;
        priority = order.priority().ordinal();
        notBefore = order.notBefore().map(Times::stored).orElse(null);
        milliseconds = order.time().toMillis();
        attempts = order.attempts();
        submitted = Times.stored(now);
        state = State.WAITING.name();
        due = notBefore == null || notBefore.isBefore(submitted) ? submitted : notBefore;
    }

    public Task read() {
        return new Task(UUID.fromString(uuid), order(), course());
    }

    private TaskOrder order() {
        return new TaskOrder(
                kind,
                key,
                Fields.read(payload),
                userId == null ? OptionalLong.empty() : OptionalLong.of(userId),
                Priority.values()[priority],
                Optional.ofNullable(notBefore).map(Times::instant),
                Duration.ofMillis(milliseconds),
                attempts);
    }

    private Course course() {
        return new Course(
                state(),
                attempt,
                progress,
                Fields.read(words),
                Optional.ofNullable(errorCode),
                Optional.ofNullable(result),
                Optional.ofNullable(node),
                Times.instant(submitted),
                Times.instant(due),
                Optional.ofNullable(started).map(Times::instant),
                Optional.ofNullable(ended).map(Times::instant));
    }

    public State state() {
        return State.valueOf(state);
    }

    public Hold hold() {
        return new Hold(id, claims);
    }

    public boolean isHeldBy(Hold hold) {
        return state() == State.RUNNING && claims == hold.claim();
    }

    public boolean isLost(Instant now) {
        return state() == State.RUNNING && leaseUntil.isBefore(Times.stored(now));
    }

    /** Its row says already that it runs, and who may say so. */
    public void claim(String who, Instant until, Instant now) {
        node = who;
        leaseUntil = Times.stored(until);
        started = Times.stored(now);
        attempt++;
    }

    public void renew(Instant until, int percent, String saying) {
        leaseUntil = Times.stored(until);
        progress = Math.max(0, Math.min(100, percent));
        words = shortened(saying);
    }

    public void end(Outcome outcome, Instant now) {
        say(outcome);
        state = outcome.state().name();
        progress = outcome.state() == State.DONE ? 100 : progress;
        ended = Times.stored(now);
        leaseUntil = null;
    }

    /** Its attempt failed, or does not count. */
    public void putBack(Instant when, Optional<Outcome> failure) {
        failure.ifPresentOrElse(this::say, () -> attempt--);
        state = State.WAITING.name();
        due = Times.stored(when);
        leaseUntil = null;
        progress = 0;
    }

    /** @return whether it was lost more often than that */
    public boolean lose(int most, Instant now) {
        losses++;
        if (losses > most) {
            return true;
        }
        putBack(now, Optional.empty());
        words = "The server that had it is gone";
        return false;
    }

    public void reopen(Instant now) {
        state = State.WAITING.name();
        due = Times.stored(now);
        attempt = 0;
        losses = 0;
        progress = 0;
        words = "";
        errorCode = null;
        result = null;
        started = null;
        ended = null;
    }

    private void say(Outcome outcome) {
        words = shortened(outcome.words());
        errorCode = outcome.errorCode().orElse(null);
        result = outcome.result().map(text -> Fields.text("result", text)).orElse(null);
    }

    private static String shortened(String text) {
        String clean = text.replace("\0", "");
        return clean.length() <= LONGEST_WORDS ? clean : clean.substring(0, LONGEST_WORDS);
    }

    /** How a moment stands in the table, for questions about it. */
    public static LocalDateTime moment(Instant time) {
        return Times.stored(time);
    }

    public static Instant instant(LocalDateTime stored) {
        return Times.instant(stored);
    }
}
