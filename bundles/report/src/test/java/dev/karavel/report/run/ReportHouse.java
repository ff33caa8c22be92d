package dev.karavel.report.run;

import dev.karavel.api.catalog.Chart;
import dev.karavel.api.catalog.Charts;
import dev.karavel.api.catalog.Dashboards;
import dev.karavel.api.catalog.Database;
import dev.karavel.api.catalog.Preferences;
import dev.karavel.api.catalog.Stamp;
import dev.karavel.api.catalog.User;
import dev.karavel.api.catalog.Users;
import dev.karavel.api.error.KaravelException;
import dev.karavel.api.query.QueryService;
import dev.karavel.api.query.TypedStatements;
import dev.karavel.api.query.TypedStatements.Ready;
import dev.karavel.api.render.ChartRenderer;
import dev.karavel.api.report.ReportFormat;
import dev.karavel.api.report.ReportSchedule;
import dev.karavel.api.report.ReportSchedule.Alarm;
import dev.karavel.api.report.ReportSchedule.Delivery;
import dev.karavel.api.report.ReportSchedule.Kind;
import dev.karavel.api.report.ReportSchedule.Progress;
import dev.karavel.api.report.ReportSchedule.Recipient;
import dev.karavel.api.report.ReportSchedule.Timing;
import dev.karavel.api.schedule.Schedule.MissedRuns;
import dev.karavel.api.security.AccessControl;
import dev.karavel.api.security.Identities;
import dev.karavel.api.security.Principal;
import dev.karavel.api.security.Secrets;
import dev.karavel.api.sql.SqlInspection;
import dev.karavel.api.sql.SqlRunner;
import dev.karavel.api.sqllab.SqlLab;
import dev.karavel.api.task.Task;
import dev.karavel.api.task.TaskHandler.Work;
import dev.karavel.api.task.TaskOrder;
import dev.karavel.api.task.TaskOrder.Priority;
import dev.karavel.report.LocalReportTrials;
import dev.karavel.report.ReportSettings;
import dev.karavel.report.alert.AlertEvaluator;
import dev.karavel.report.compose.MessageLanguage;
import dev.karavel.report.compose.ReportComposer;
import dev.karavel.report.send.Channels;
import dev.karavel.report.send.ChannelsForTests;
import dev.karavel.report.send.Recipients;
import dev.karavel.report.send.ReportSender;
import dev.karavel.spi.data.Column;
import dev.karavel.spi.data.ColumnType;
import dev.karavel.spi.data.Table;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;

/** Reports with everything of their own, between fakes of what they ask. */
final class ReportHouse {
    final Time time = new Time();
    final Shelves.Schedules schedules = new Shelves.Schedules();
    final Shelves.Logs logs = new Shelves.Logs();
    final TestChannel channel = new TestChannel();
    /** What the alert's statement gives, and why it gives nothing. */
    double value = 42;

    String fails = "";
    /** What Ann, its owner, chose for her pages; empty for nothing. */
    String language = "";

    boolean stopped;

    final LocalReportTrials trials;
    private final ReportRun runs;

    /** A clock that a test turns. */
    static final class Time extends Clock {
        private Instant now = Instant.parse("2026-05-01T12:00:00Z");

        void advance(Duration by) {
            now = now.plus(by);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    ReportHouse() {
        ReportSettings settings = new ReportSettings(Given.defaults(ReportSettings.Config.class));
        Channels channels = ChannelsForTests.of(channel);
        Recipients recipients = new Recipients(
                channels, Given.service(Secrets.class, Map.of("decrypt", a -> a[0], "encrypt", a -> a[0])));
        Shelves.Marks marks = new Shelves.Marks();
        ReportSender sender = new ReportSender(channels, recipients, marks, settings, time);
        ReportComposer composer = composer(settings);
        Users users = Given.service(
                Users.class, Map.of("find", a -> a[0] instanceof Long ? Optional.of(ann()) : List.of(ann())));
        FailureNotes notes = new FailureNotes(users, channels, composer, sender, marks, settings);
        Identities identities = Given.service(
                Identities.class,
                Map.of("find", a -> Optional.of(new Principal((Long) a[0], "ann", "Ann", Set.of("Alpha"), false))));
        trials = new LocalReportTrials(evaluator(settings), composer, channels, users, settings);
        RunLedger ledger = new RunLedger(schedules, logs, marks);
        runs = new ReportRun(
                ledger, new Executors(identities), evaluator(settings), composer, sender, notes, settings, time);
    }

    private ReportComposer composer(ReportSettings settings) {
        Chart chart = new Chart(
                7,
                UUID.randomUUID(),
                0,
                "Weights",
                "table",
                1,
                "{}",
                Optional.empty(),
                "",
                Optional.empty(),
                "",
                "",
                Set.of(),
                Stamp.none());
        Table rows = new Table.Builder(List.of(new Column("n", ColumnType.INTEGER)))
                .add(1L)
                .build();
        return new ReportComposer(
                Given.service(ChartRenderer.class, Map.of()),
                Given.service(QueryService.class, Map.of("tables", a -> List.of(rows))),
                Given.service(Charts.class, Map.of("find", a -> Optional.of(chart))),
                Given.service(Dashboards.class, Map.of()),
                Given.service(AccessControl.class, Map.of("maySee", a -> true)),
                new MessageLanguage(Given.service(
                        Preferences.class,
                        Map.of("of", a -> language.isEmpty() ? Map.of() : Map.of("language", language)))),
                settings);
    }

    private AlertEvaluator evaluator(ReportSettings settings) {
        Ready ready = new Ready("SELECT n", SqlInspection.Kind.SELECT, 1, List.of(), OptionalLong.empty(), false);
        Database database = new Database(
                1,
                UUID.randomUUID(),
                0,
                "shop",
                "h2",
                Map.of(),
                Optional.empty(),
                true,
                false,
                false,
                "{}",
                Stamp.none());
        return new AlertEvaluator(
                Given.service(SqlLab.class, Map.of("askable", a -> database)),
                Given.service(TypedStatements.class, Map.of("prepare", a -> List.of(ready))),
                Given.service(SqlRunner.class, Map.of("run", a -> {
                    if (!fails.isEmpty()) {
                        throw KaravelException.invalid("sql", fails);
                    }
                    return new Table.Builder(List.of(new Column("n", ColumnType.DECIMAL)))
                            .add(value)
                            .build();
                })),
                settings);
    }

    String run(UUID id, ReportSchedule schedule) {
        return attempt(id, schedule, 1, 1);
    }

    String attempt(UUID id, ReportSchedule schedule, int attempt, int attempts) {
        return handle(id, schedule, RunOrder.payload(schedule.id()), attempt, attempts);
    }

    String runByHand(UUID id, ReportSchedule schedule) {
        return handle(id, schedule, RunOrder.byHand(schedule.id(), time.instant()), 1, 1);
    }

    private String handle(UUID id, ReportSchedule schedule, String payload, int attempt, int attempts) {
        schedules.save(schedule);
        time.advance(Duration.ofSeconds(1));
        TaskOrder order = new TaskOrder(
                ReportRun.KIND,
                "report/1",
                payload,
                OptionalLong.empty(),
                Priority.SCHEDULED,
                Optional.empty(),
                Duration.ofHours(1),
                attempts);
        Task task = new Task(
                id,
                order,
                new Task.Course(
                        Task.State.RUNNING,
                        attempt,
                        0,
                        "",
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        time.instant(),
                        time.instant(),
                        Optional.of(time.instant()),
                        Optional.empty()));
        return runs.handle(new Work() {
            @Override
            public Task task() {
                return task;
            }

            @Override
            public void progress(int percent, String words) {}

            @Override
            public boolean isOver() {
                return stopped;
            }
        });
    }

    ReportSchedule report() {
        return schedule(Kind.REPORT, Optional.empty(), true);
    }

    ReportSchedule reportIn(String extra) {
        return schedule(Kind.REPORT, Optional.empty(), true, extra);
    }

    ReportSchedule inactive() {
        return schedule(Kind.REPORT, Optional.empty(), false);
    }

    ReportSchedule alert(boolean tellsRecovery) {
        Alarm alarm = new Alarm(1, "SELECT n", Optional.of(">"), OptionalDouble.of(41), tellsRecovery);
        return schedule(Kind.ALERT, Optional.of(alarm), true);
    }

    private static ReportSchedule schedule(Kind kind, Optional<Alarm> alarm, boolean active) {
        return schedule(kind, alarm, active, "{}");
    }

    private static ReportSchedule schedule(Kind kind, Optional<Alarm> alarm, boolean active, String extra) {
        return new ReportSchedule(
                1,
                UUID.randomUUID(),
                0,
                kind,
                "Weights",
                "",
                active,
                "alerts_reports",
                new Timing("0 8 * * *", ZoneOffset.UTC, Duration.ofHours(4), Duration.ofHours(1), 90, MissedRuns.SKIP),
                OptionalLong.of(7),
                OptionalLong.empty(),
                alarm,
                new Delivery(ReportFormat.TEXT, "", "", false, OptionalInt.empty(), extra),
                List.of(
                        new Recipient("Email", Map.of("target", "ann")),
                        new Recipient("Email", Map.of("target", "bob"))),
                Set.of(3L),
                Progress.NONE,
                Stamp.none().by(3));
    }

    private static User ann() {
        return new User(
                3, UUID.randomUUID(), 0, "ann", "Ann", "", "ann@example.com", true, Set.of("Alpha"), Stamp.none());
    }
}
