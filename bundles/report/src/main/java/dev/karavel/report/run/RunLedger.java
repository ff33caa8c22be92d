package dev.karavel.report.run;

import dev.karavel.api.catalog.ListQuery;
import dev.karavel.api.error.ErrorCode;
import dev.karavel.api.error.KaravelException;
import dev.karavel.api.report.Deliveries;
import dev.karavel.api.report.ReportLog;
import dev.karavel.api.report.ReportLogs;
import dev.karavel.api.report.ReportSchedule;
import dev.karavel.api.report.ReportSchedule.Progress;
import dev.karavel.api.report.ReportSchedules;
import dev.karavel.api.report.ReportState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Keeps the states: of the schedule, and of each run in its log. */
@Component(service = RunLedger.class)
public final class RunLedger {
    private static final List<ReportState> FIRED = List.of(ReportState.SUCCESS, ReportState.ON_GRACE);

    private final ReportSchedules schedules;
    private final ReportLogs logs;
    private final Deliveries deliveries;

    @Activate
    public RunLedger(
            @Reference ReportSchedules schedules, @Reference ReportLogs logs, @Reference Deliveries deliveries) {
        this.schedules = schedules;
        this.logs = logs;
        this.deliveries = deliveries;
    }

    Optional<ReportSchedule> find(long id) {
        return schedules.find(id);
    }

    /** How a run ended that is begun again though it is at its end: the queue did not hear of it. */
    Optional<ReportState> ended(UUID run) {
        return logs.find(run).filter(log -> log.ended().isPresent()).map(ReportLog::state);
    }

    /** @throws KaravelException CONFLICT while another run works */
    ReportLog begin(ReportSchedule schedule, UUID run, Instant due, Instant now) {
        if (!schedules.begin(schedule.id(), run, now)) {
            ReportLog refused = fresh(schedule, run, due, now)
                    .ended(now, ReportState.ERROR, "The run before this one is still at work");
            logs.save(refused);
            throw new KaravelException(ErrorCode.CONFLICT, refused.message());
        }
        logs.giveUp(
                schedule.id(),
                now.minus(schedule.timing().workingTimeout()),
                now,
                "It did not end within its working time-out");
        return logs.find(run)
                .filter(log -> log.ended().isEmpty())
                .or(() -> logs.find(run).map(log -> logs.save(reopened(log))))
                .orElseGet(() -> logs.save(fresh(schedule, run, due, now)));
    }

    /** Writes down what the statement gave, so that it is there whatever comes. */
    ReportLog saw(ReportLog log, OptionalDouble value, String row) {
        return logs.save(log.seen(value, row));
    }

    void end(ReportLog log, ReportState state, String message, Instant now) {
        // as it is now: a node that lost the run to another may have written its end
        ReportLog stored = logs.find(log.id()).orElse(log);
        logs.save(stored.seen(log.value(), log.row()).ended(now, state, message));
        schedules.advance(
                log.scheduleId(), log.uuid(), new Progress(state, Optional.of(log.started()), log.value(), log.row()));
    }

    /** The last run before that said whether the alert holds. */
    Optional<ReportLog> former(ReportLog log) {
        return logs.lastBefore(
                log.scheduleId(),
                log.started(),
                List.of(ReportState.SUCCESS, ReportState.ON_GRACE, ReportState.NOT_TRIGGERED));
    }

    boolean fired(ReportLog log) {
        return former(log).filter(before -> FIRED.contains(before.state())).isPresent();
    }

    /** Whether recipients heard of it less than the grace ago, and it has held since. */
    boolean onGrace(ReportLog log, ReportSchedule schedule, Instant now) {
        return fired(log)
                && logs.lastBefore(log.scheduleId(), log.started(), List.of(ReportState.SUCCESS))
                        .flatMap(ReportLog::ended)
                        .filter(told -> told.plus(schedule.timing().grace()).isAfter(now))
                        .isPresent();
    }

    /** @return how many entries were older than their schedules keep them */
    int prune(Instant now) {
        int gone = 0;
        for (ReportSchedule schedule : schedules.list(ListQuery.everything()).items()) {
            int days = schedule.timing().logDays();
            if (days > 0) {
                Instant oldest = now.minus(Duration.ofDays(days));
                gone += logs.forgetBefore(schedule.id(), oldest);
                deliveries.forgetBefore(schedule.id(), oldest);
            }
        }
        return gone;
    }

    private static ReportLog reopened(ReportLog log) {
        return new ReportLog(
                log.id(),
                log.uuid(),
                log.version(),
                log.scheduleId(),
                log.scheduled(),
                log.started(),
                Optional.empty(),
                ReportState.WORKING,
                log.value(),
                log.row(),
                "");
    }

    private static ReportLog fresh(ReportSchedule schedule, UUID run, Instant due, Instant now) {
        return new ReportLog(
                0,
                run,
                0,
                schedule.id(),
                due,
                now,
                Optional.empty(),
                ReportState.WORKING,
                OptionalDouble.empty(),
                "",
                "");
    }
}
