package dev.karavel.api.task;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Work somebody wants done.
 *
 * @param kind which {@link TaskHandler} does it: short, lower case, with dots
 * @param key of what makes two orders the same: while a task of that kind and key is kept, another order for it is that task.
 *     Schedules use their id and due time, so that an order given twice is done once. At most 200 characters
 * @param payload a JSON object for the handler; no secrets. At most 1 MB
 * @param userId as whom it is done: an id, never roles, so that rights are those of the moment. Empty for the server itself
 * @param priority what goes first
 * @param notBefore empty for at once
 * @param time how long one attempt may take, the lease of whoever does it apart
 * @param attempts how often it is tried at most; again only after failures that can heal
 */
public record TaskOrder(
        String kind,
        String key,
        String payload,
        OptionalLong userId,
        Priority priority,
        Optional<Instant> notBefore,
        Duration time,
        int attempts) {
    /** In this order; among the same, who came first. */
    public enum Priority {
        /** Somebody looks at the page and waits. */
        INTERACTIVE,
        /** Somebody expects it at a time: alerts and reports. */
        SCHEDULED,
        /** Nobody waits: thumbnails, warm-up, cleaning. */
        BACKGROUND
    }

    public TaskOrder {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(payload, "payload");
        Objects.requireNonNull(userId, "userId");
        Objects.requireNonNull(priority, "priority");
        Objects.requireNonNull(notBefore, "notBefore");
        if (kind.isBlank() || key.isBlank() || key.length() > 200) {
            throw new IllegalArgumentException("A task needs a kind and a key of at most 200 characters");
        }
        if (time.isNegative() || time.isZero() || attempts < 1) {
            throw new IllegalArgumentException("A task needs some time and at least one attempt");
        }
    }
}
