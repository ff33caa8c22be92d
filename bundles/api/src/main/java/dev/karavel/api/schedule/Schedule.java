package dev.karavel.api.schedule;

import dev.karavel.api.task.TaskOrder;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Objects;
import java.util.OptionalLong;

/**
 * Something that is done again and again. Each due time becomes one task, whose key is the schedule's id and that time.
 *
 * @param id stable and unique among all sources: {@code report/17}
 * @param crontab five fields, as {@link Crontabs} reads them
 * @param zone in which the crontab is meant
 * @param missed what happens to due times that passed while no server ran
 * @param kind of the task
 * @param payload of the task, a JSON object; the due time is added as {@code "due"}, an ISO instant
 * @param userId as whom it is done; empty for the server
 * @param time one attempt may take
 * @param attempts at most
 */
public record Schedule(
        String id,
        String crontab,
        ZoneId zone,
        MissedRuns missed,
        String kind,
        String payload,
        OptionalLong userId,
        TaskOrder.Priority priority,
        Duration time,
        int attempts) {
    public enum MissedRuns {
        /** They are gone. */
        SKIP,
        /** However many there were, one run, at once. */
        RUN_ONCE
    }

    public Schedule {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(crontab, "crontab");
        Objects.requireNonNull(zone, "zone");
        Objects.requireNonNull(missed, "missed");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(payload, "payload");
        Objects.requireNonNull(userId, "userId");
        Objects.requireNonNull(priority, "priority");
        Objects.requireNonNull(time, "time");
    }
}
