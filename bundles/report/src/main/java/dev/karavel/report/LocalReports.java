package dev.karavel.report;

import dev.karavel.api.catalog.ListQuery;
import dev.karavel.api.catalog.ListQuery.Condition;
import dev.karavel.api.catalog.Visibility;
import dev.karavel.api.error.ErrorCode;
import dev.karavel.api.error.KaravelException;
import dev.karavel.api.report.ReportSchedule;
import dev.karavel.api.report.ReportSchedule.Recipient;
import dev.karavel.api.report.ReportSchedules;
import dev.karavel.api.report.ReportState;
import dev.karavel.api.report.Reports;
import dev.karavel.api.schedule.Crontabs;
import dev.karavel.api.security.Principal;
import dev.karavel.api.task.TaskOrder;
import dev.karavel.api.task.TaskOrder.Priority;
import dev.karavel.report.alert.AlertEvaluator;
import dev.karavel.report.alert.Verdict;
import dev.karavel.report.compose.Message;
import dev.karavel.report.compose.ReportComposer;
import dev.karavel.report.run.Executors;
import dev.karavel.report.run.ReportRun;
import dev.karavel.report.run.RunOrder;
import dev.karavel.report.send.Channels;
import dev.karavel.report.send.Recipients;
import dev.karavel.spi.notify.Choice;
import dev.karavel.spi.notify.NotificationException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What pages and programs ask of alerts and reports. */
@Component(service = Reports.class)
public final class LocalReports implements Reports {
    /** Due times looked at for the least time between two. */
    private static final int LOOKED_AT = 100;

    private final ReportSchedules schedules;
    private final Crontabs crontabs;
    private final AlertEvaluator evaluator;
    private final ReportComposer composer;
    private final Channels channels;
    private final Recipients recipients;
    private final Executors executors;
    private final ReportSettings settings;

    @Activate
    public LocalReports(
            @Reference ReportSchedules schedules,
            @Reference Crontabs crontabs,
            @Reference AlertEvaluator evaluator,
            @Reference ReportComposer composer,
            @Reference Channels channels,
            @Reference Recipients recipients,
            @Reference Executors executors,
            @Reference ReportSettings settings) {
        this.schedules = schedules;
        this.crontabs = crontabs;
        this.evaluator = evaluator;
        this.composer = composer;
        this.channels = channels;
        this.recipients = recipients;
        this.executors = executors;
        this.settings = settings;
    }

    @Override
    public ReportSchedule check(ReportSchedule wanted, Optional<ReportSchedule> stored, Principal principal) {
        crontabs.check(wanted.timing().crontab(), "crontab");
        checkInterval(wanted);
        if (stored.filter(old -> asks(old, wanted)).isEmpty()) {
            wanted.alarm().ifPresent(alarm -> evaluator.check(alarm, principal));
        }
        composer.check(wanted, principal);
        checkAttached(wanted, principal);
        List<Recipient> sealed = recipients.sealed(
                wanted.recipients(), stored.map(ReportSchedule::recipients).orElse(List.of()));
        return new ReportSchedule(
                wanted.id(),
                wanted.uuid(),
                wanted.version(),
                wanted.kind(),
                wanted.name(),
                wanted.description(),
                wanted.active(),
                wanted.creationMethod(),
                wanted.timing(),
                wanted.chartId(),
                wanted.dashboardId(),
                wanted.alarm(),
                wanted.delivery(),
                sealed,
                wanted.owners(),
                wanted.progress(),
                wanted.stamp());
    }

    @Override
    public TaskOrder order(ReportSchedule schedule, Principal principal, Instant now) {
        return new TaskOrder(
                ReportRun.KIND,
                "report/" + schedule.id() + "/now/" + now.toEpochMilli(),
                RunOrder.byHand(schedule.id(), now),
                OptionalLong.of(principal.userId()),
                Priority.INTERACTIVE,
                Optional.empty(),
                schedule.timing().workingTimeout(),
                settings.attempts());
    }

    @Override
    public Trial tryOut(ReportSchedule schedule, Principal principal, Instant now) {
        Principal executor = executors.of(schedule);
        Optional<Verdict> verdict = schedule.alarm().map(alarm -> evaluator.evaluate(alarm, executor));
        OptionalDouble value = verdict.map(Verdict::value).orElse(OptionalDouble.empty());
        String row = verdict.map(Verdict::row).orElse("");
        if (verdict.filter(found -> !found.fires()).isPresent()) {
            return new Trial(ReportState.NOT_TRIGGERED, value, row, "", "", List.of(), List.of());
        }
        Message message = composer.compose(
                schedule, verdict, executor, now.plus(schedule.timing().workingTimeout()));
        List<File> files = Stream.concat(message.pictures().stream(), message.files().stream())
                .map(file -> new File(file.name(), file.mediaType(), file.bytes().length))
                .toList();
        return new Trial(
                ReportState.SUCCESS,
                value,
                row,
                message.subject(),
                message.text(),
                files,
                schedule.recipients().stream().map(this::words).toList());
    }

    @Override
    public List<Channel> channels() {
        return channels.all().stream()
                .map(channel -> new Channel(channel.id(), channel.title(), channel.settings(), channel.hindrance()))
                .toList();
    }

    @Override
    public List<Choice> choices(String channel, String setting, String search) {
        try {
            return channels.find(channel)
                    .orElseThrow(() -> KaravelException.notFound("Channel", channel))
                    .choices(setting, search);
        } catch (NotificationException e) {
            throw new KaravelException(
                    e.reason().isPassing() ? ErrorCode.CHANNEL_UNREACHABLE : ErrorCode.CHANNEL_REFUSED,
                    e.getMessage(),
                    e);
        }
    }

    @Override
    public Recipient shown(Recipient recipient) {
        return recipients.shown(recipient);
    }

    /** What is asked is the same as before: who has lost the right to it may still switch it off. */
    private static boolean asks(ReportSchedule old, ReportSchedule wanted) {
        return old.alarm().equals(wanted.alarm());
    }

    /** What is made at a chart or dashboard is one for each person: its page shows it as a switch. */
    private void checkAttached(ReportSchedule wanted, Principal principal) {
        if (wanted.creationMethod().equals("alerts_reports")) {
            return;
        }
        boolean chart = wanted.chartId().isPresent();
        List<Condition> conditions = List.of(
                new Condition("creation_method", "eq", wanted.creationMethod()),
                new Condition("created_by", "eq", wanted.stamp().createdBy().orElse(principal.userId())),
                new Condition(
                        chart ? "chart_id" : "dashboard_id",
                        "eq",
                        chart
                                ? wanted.chartId().getAsLong()
                                : wanted.dashboardId().orElse(0)));
        boolean taken =
                schedules.list(new ListQuery(conditions, "", false, 0, 2, new Visibility.All())).items().stream()
                        .anyMatch(other -> other.id() != wanted.id());
        if (taken) {
            throw new KaravelException(
                    ErrorCode.CONFLICT,
                    "creation_method",
                    "You have a report of this " + (chart ? "chart" : "dashboard") + " already: change that one",
                    null);
        }
    }

    private void checkInterval(ReportSchedule wanted) {
        Duration least = settings.minimumInterval(wanted.kind());
        if (least.isZero()) {
            return;
        }
        Instant now = Instant.now();
        List<Instant> due = crontabs.between(
                wanted.timing().crontab(), wanted.timing().zone(), now, now.plus(Duration.ofDays(400)), LOOKED_AT);
        for (int i = 1; i < due.size(); i++) {
            if (Duration.between(due.get(i - 1), due.get(i)).compareTo(least) < 0) {
                throw KaravelException.invalid(
                        "crontab",
                        "On this server there are at least " + least.toMinutes() + " minutes between two runs");
            }
        }
    }

    private String words(Recipient recipient) {
        Recipient shown = recipients.shown(recipient);
        return shown.channel() + ": " + shown.settings().getOrDefault("target", "");
    }
}
