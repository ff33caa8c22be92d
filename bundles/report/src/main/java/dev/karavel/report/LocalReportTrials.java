package dev.karavel.report;

import dev.karavel.api.catalog.User;
import dev.karavel.api.catalog.Users;
import dev.karavel.api.error.ErrorCode;
import dev.karavel.api.error.KaravelException;
import dev.karavel.api.report.ReportSchedule;
import dev.karavel.api.report.ReportSchedule.Alarm;
import dev.karavel.api.report.ReportTrials;
import dev.karavel.api.security.Principal;
import dev.karavel.report.alert.AlertEvaluator;
import dev.karavel.report.alert.Verdict;
import dev.karavel.report.compose.Message;
import dev.karavel.report.compose.ReportComposer;
import dev.karavel.report.send.Channels;
import dev.karavel.report.send.ReportSender;
import dev.karavel.spi.notify.Notification;
import dev.karavel.spi.notify.Notification.Outcome;
import dev.karavel.spi.notify.NotificationChannel;
import dev.karavel.spi.notify.NotificationException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Tries drafts: nothing of it stands in a log. */
@Component(service = ReportTrials.class)
public final class LocalReportTrials implements ReportTrials {
    private static final String EMAIL = "Email";

    private final AlertEvaluator evaluator;
    private final ReportComposer composer;
    private final Channels channels;
    private final Users users;
    private final ReportSettings settings;

    @Activate
    public LocalReportTrials(
            @Reference AlertEvaluator evaluator,
            @Reference ReportComposer composer,
            @Reference Channels channels,
            @Reference Users users,
            @Reference ReportSettings settings) {
        this.evaluator = evaluator;
        this.composer = composer;
        this.channels = channels;
        this.users = users;
        this.settings = settings;
    }

    @Override
    public Sight look(Alarm alarm, Principal principal) {
        evaluator.check(alarm, principal);
        Verdict verdict = evaluator.evaluate(alarm, principal);
        return new Sight(verdict.fires(), verdict.value(), verdict.row());
    }

    @Override
    public String sendTo(ReportSchedule schedule, Principal principal, Instant now) {
        String address = users.find(principal.userId())
                .map(User::email)
                .filter(email -> !email.isBlank())
                .orElseThrow(() -> KaravelException.invalid(
                        "recipients", "There is no e-mail address in your own settings to send a test to"));
        NotificationChannel channel = channels.find(EMAIL)
                .orElseThrow(() ->
                        new KaravelException(ErrorCode.CHANNEL_REFUSED, "The channel for e-mail is not installed"));
        Optional<Verdict> verdict = schedule.alarm().map(alarm -> evaluator.evaluate(alarm, principal));
        Message message = composer.compose(
                schedule, verdict, principal, now.plus(schedule.timing().workingTimeout()));
        Notification notification =
                ReportSender.notification("test." + UUID.randomUUID(), Outcome.SENT, schedule, message);
        try {
            channel.send(notification, Map.of("target", address), settings.sendTime());
        } catch (NotificationException e) {
            throw new KaravelException(
                    e.reason().isPassing() ? ErrorCode.CHANNEL_UNREACHABLE : ErrorCode.CHANNEL_REFUSED,
                    e.getMessage(),
                    e);
        }
        return address;
    }
}
