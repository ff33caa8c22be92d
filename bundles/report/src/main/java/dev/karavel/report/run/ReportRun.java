package dev.karavel.report.run;

import dev.karavel.api.error.Blame;
import dev.karavel.api.error.ErrorCode;
import dev.karavel.api.error.KaravelException;
import dev.karavel.api.report.Deliveries.Purpose;
import dev.karavel.api.report.ReportLog;
import dev.karavel.api.report.ReportSchedule;
import dev.karavel.api.report.ReportState;
import dev.karavel.api.security.Principal;
import dev.karavel.api.task.Task;
import dev.karavel.api.task.TaskHandler;
import dev.karavel.report.ReportSettings;
import dev.karavel.report.alert.AlertEvaluator;
import dev.karavel.report.alert.Verdict;
import dev.karavel.report.compose.Message;
import dev.karavel.report.compose.ReportComposer;
import dev.karavel.report.send.ReportSender;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** One run: ask, decide, compose, send, write down. Its id is the task's, whichever attempt it is. */
@Component(service = TaskHandler.class)
public final class ReportRun implements TaskHandler {
    public static final String KIND = "report";

    private final RunLedger ledger;
    private final Executors executors;
    private final AlertEvaluator evaluator;
    private final ReportComposer composer;
    private final ReportSender sender;
    private final FailureNotes notes;
    private final ReportSettings settings;
    private final Clock clock;

    @Activate
    public ReportRun(
            @Reference RunLedger ledger,
            @Reference Executors executors,
            @Reference AlertEvaluator evaluator,
            @Reference ReportComposer composer,
            @Reference ReportSender sender,
            @Reference FailureNotes notes,
            @Reference ReportSettings settings) {
        this(ledger, executors, evaluator, composer, sender, notes, settings, Clock.systemUTC());
    }

    ReportRun(
            RunLedger ledger,
            Executors executors,
            AlertEvaluator evaluator,
            ReportComposer composer,
            ReportSender sender,
            FailureNotes notes,
            ReportSettings settings,
            Clock clock) {
        this.ledger = ledger;
        this.executors = executors;
        this.evaluator = evaluator;
        this.composer = composer;
        this.sender = sender;
        this.notes = notes;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return KIND;
    }

    /** How a run ended, and what there is to say. */
    private record End(ReportState state, String words) {}

    @Override
    public String handle(Work work) {
        UUID run = work.task().id();
        RunOrder order = RunOrder.of(work.task());
        Optional<ReportSchedule> schedule =
                ledger.find(order.scheduleId()).filter(found -> found.active() || order.byHand());
        if (schedule.isEmpty()) {
            return result("gone");
        }
        Optional<ReportState> before = ledger.ended(run);
        if (before.isPresent() && before.get() != ReportState.ERROR) {
            return result(before.get().word());
        }
        ReportLog log = ledger.begin(schedule.get(), run, order.due(), clock.instant());
        return result(work(work, schedule.get(), log).word());
    }

    private ReportState work(Work work, ReportSchedule schedule, ReportLog begun) {
        RunEntry entry = new RunEntry(begun);
        try {
            End end = run(work, schedule, entry);
            ledger.end(entry.log(), end.state(), end.words(), clock.instant());
            return end.state();
        } catch (RuntimeException e) {
            if (work.isOver()) {
                // cancelled: nobody tries again, so it must not seem to work on
                ledger.end(entry.log(), ReportState.ERROR, "It was stopped", clock.instant());
            } else if (!heals(e) || isLast(work.task())) {
                fail(schedule, entry.log(), e);
            }
            throw e;
        }
    }

    /** The log entry as it is now. */
    private static final class RunEntry {
        private ReportLog log;

        RunEntry(ReportLog log) {
            this.log = log;
        }

        ReportLog log() {
            return log;
        }
    }

    private End run(Work work, ReportSchedule schedule, RunEntry entry) {
        Principal executor = executors.of(schedule);
        Optional<Verdict> verdict = Optional.empty();
        if (schedule.alarm().isPresent()) {
            work.progress(5, "Asking the database");
            Verdict found = evaluator.evaluate(schedule.alarm().get(), executor);
            entry.log = ledger.saw(entry.log, found.value(), found.row());
            if (!found.fires()) {
                return notTriggered(schedule, entry.log, found, executor);
            }
            if (ledger.onGrace(entry.log, schedule, clock.instant())) {
                return new End(ReportState.ON_GRACE, "It was told of not long ago");
            }
            verdict = Optional.of(found);
        }
        work.progress(20, "Composing");
        Instant deadline = clock.instant().plus(work.task().order().time());
        Message message = composer.compose(schedule, verdict, executor, deadline);
        if (work.isOver()) {
            throw new KaravelException(ErrorCode.CANCELLED, "Stopped before it was sent");
        }
        if (settings.dryRun()) {
            return new End(ReportState.SUCCESS, "Not sent: this server is set to try only");
        }
        work.progress(80, "Sending");
        sender.send(entry.log.uuid(), schedule, Purpose.REPORT, schedule.recipients(), message);
        return new End(ReportState.SUCCESS, "");
    }

    private End notTriggered(ReportSchedule schedule, ReportLog log, Verdict verdict, Principal executor) {
        boolean tells = schedule.alarm().orElseThrow().tellsRecovery();
        if (tells && ledger.fired(log) && !settings.dryRun()) {
            Message message = composer.recovery(schedule, verdict, executor);
            sender.send(log.uuid(), schedule, Purpose.RECOVERY, schedule.recipients(), message);
        }
        return new End(ReportState.NOT_TRIGGERED, "");
    }

    private void fail(ReportSchedule schedule, ReportLog log, RuntimeException failure) {
        String why = failure instanceof KaravelException known
                ? known.getMessage()
                : "Something went wrong on the server; its log says more";
        ledger.end(log, ReportState.ERROR, why, clock.instant());
        notes.tell(log.uuid(), schedule, why, clock.instant());
    }

    private static boolean isLast(Task task) {
        return task.course().attempt() >= task.order().attempts();
    }

    /** As the queue sees it. */
    private static boolean heals(RuntimeException failure) {
        if (!(failure instanceof KaravelException known)) {
            return false;
        }
        ErrorCode code = known.code();
        return code.blame() == Blame.WAREHOUSE
                || code.blame() == Blame.CAPACITY
                || code == ErrorCode.INTERNAL
                || code == ErrorCode.PLUGIN_MISSING;
    }

    private static String result(String state) {
        return "{\"state\":\"" + state + "\"}";
    }
}
