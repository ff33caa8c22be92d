package dev.karavel.api.report;

import dev.karavel.api.catalog.Stamp;
import dev.karavel.api.catalog.Stored;
import dev.karavel.api.schedule.Schedule.MissedRuns;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;

/**
 * An alert or a report.
 *
 * @param creationMethod where it was made: alerts_reports, charts or dashboards. Of the latter two, everybody has one for each thing
 * @param chartId what is sent; this or {@code dashboardId}
 * @param alarm of an alert; empty for a report
 * @param owners ids of users; the first one who may is the one as whom it runs
 * @param progress how the last run went; not saved, see {@link ReportSchedules#advance}
 */
public record ReportSchedule(
        long id,
        UUID uuid,
        int version,
        Kind kind,
        String name,
        String description,
        boolean active,
        String creationMethod,
        Timing timing,
        OptionalLong chartId,
        OptionalLong dashboardId,
        Optional<Alarm> alarm,
        Delivery delivery,
        List<Recipient> recipients,
        Set<Long> owners,
        Progress progress,
        Stamp stamp)
        implements Stored {
    public enum Kind {
        ALERT("Alert"),
        REPORT("Report");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    /**
     * @param grace how long an alert that holds on is not told of again, and a failure neither
     * @param workingTimeout after which a run counts as failed
     * @param logDays how many days its log is kept; 0 for ever
     */
    public record Timing(
            String crontab, ZoneId zone, Duration grace, Duration workingTimeout, int logDays, MissedRuns missed) {
        public Timing {
            Objects.requireNonNull(crontab, "crontab");
            Objects.requireNonNull(zone, "zone");
            Objects.requireNonNull(grace, "grace");
            Objects.requireNonNull(workingTimeout, "workingTimeout");
            Objects.requireNonNull(missed, "missed");
        }
    }

    /**
     * When an alert holds: one value that a statement gives.
     *
     * @param operator one of &lt; &lt;= &gt; &gt;= == !=; empty for “there is a value, and it is not 0”
     * @param tellsRecovery whether recipients hear when it holds no more
     */
    public record Alarm(
            long databaseId, String sql, Optional<String> operator, OptionalDouble threshold, boolean tellsRecovery) {
        public Alarm {
            Objects.requireNonNull(sql, "sql");
        }
    }

    /**
     * @param subject of the message; empty for the usual one
     * @param words Markdown that stands above what is sent
     * @param width of pictures
     * @param extra a JSON object; {@code dashboard} in it holds tabs and filters
     */
    public record Delivery(
            ReportFormat format, String subject, String words, boolean forcePicture, OptionalInt width, String extra) {
        public Delivery {
            Objects.requireNonNull(format, "format");
            Objects.requireNonNull(subject, "subject");
            Objects.requireNonNull(words, "words");
            Objects.requireNonNull(extra, "extra");
        }
    }

    /**
     * @param channel id of the channel
     * @param settings what its form asks for; secrets are encrypted
     */
    public record Recipient(String channel, Map<String, String> settings) {
        public Recipient {
            Objects.requireNonNull(channel, "channel");
            settings = Map.copyOf(settings);
        }

        /** Who gets the message is nobody's business but the owners'. */
        @Override
        public String toString() {
            return "Recipient[" + channel + "]";
        }
    }

    /**
     * @param state of the last run
     * @param lastRun when it began
     * @param value the alert's
     * @param row the row of the alert's value, a JSON array of objects; empty where there is none
     */
    public record Progress(ReportState state, Optional<Instant> lastRun, OptionalDouble value, String row) {
        public static final Progress NONE =
                new Progress(ReportState.NOT_TRIGGERED, Optional.empty(), OptionalDouble.empty(), "");

        public Progress {
            Objects.requireNonNull(state, "state");
            Objects.requireNonNull(lastRun, "lastRun");
            Objects.requireNonNull(value, "value");
            Objects.requireNonNull(row, "row");
        }
    }

    public ReportSchedule {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(description, "description");
        Objects.requireNonNull(creationMethod, "creationMethod");
        Objects.requireNonNull(timing, "timing");
        Objects.requireNonNull(delivery, "delivery");
        recipients = List.copyOf(recipients);
        owners = Set.copyOf(owners);
        Objects.requireNonNull(progress, "progress");
    }
}
