package dev.karavel.report.send;

import dev.karavel.api.error.ErrorCode;
import dev.karavel.api.error.KaravelException;
import dev.karavel.api.report.Deliveries;
import dev.karavel.api.report.Deliveries.Delivery;
import dev.karavel.api.report.Deliveries.Purpose;
import dev.karavel.api.report.ReportSchedule;
import dev.karavel.api.report.ReportSchedule.Recipient;
import dev.karavel.report.ReportSettings;
import dev.karavel.report.compose.Message;
import dev.karavel.spi.notify.Notification;
import dev.karavel.spi.notify.Notification.Outcome;
import dev.karavel.spi.notify.NotificationChannel;
import dev.karavel.spi.notify.NotificationException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Brings a message to each recipient once, and remembers to whom it was brought. */
@Component(service = ReportSender.class)
public final class ReportSender {
    private static final int DIGEST = 16;

    private final Channels channels;
    private final Recipients recipients;
    private final Deliveries deliveries;
    private final ReportSettings settings;
    private final Clock clock;

    @Activate
    public ReportSender(
            @Reference Channels channels,
            @Reference Recipients recipients,
            @Reference Deliveries deliveries,
            @Reference ReportSettings settings) {
        this(channels, recipients, deliveries, settings, Clock.systemUTC());
    }

    public ReportSender(
            Channels channels, Recipients recipients, Deliveries deliveries, ReportSettings settings, Clock clock) {
        this.channels = channels;
        this.recipients = recipients;
        this.deliveries = deliveries;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Goes on to the next recipient where one fails.
     *
     * @return how many got it now
     * @throws KaravelException CHANNEL_UNREACHABLE if trying again can help for one of them, else CHANNEL_REFUSED; it names them all
     */
    public int send(UUID run, ReportSchedule schedule, Purpose purpose, List<Recipient> to, Message message) {
        List<String> failures = new ArrayList<>();
        boolean passing = false;
        int sent = 0;
        for (Recipient recipient : to) {
            try {
                sent += send(run, schedule, purpose, recipient, message) ? 1 : 0;
            } catch (NotificationException e) {
                failures.add(recipient.channel() + ": " + e.getMessage());
                passing |= e.reason().isPassing();
            }
        }
        if (failures.isEmpty()) {
            return sent;
        }
        throw new KaravelException(
                passing ? ErrorCode.CHANNEL_UNREACHABLE : ErrorCode.CHANNEL_REFUSED, String.join("; ", failures));
    }

    private boolean send(UUID run, ReportSchedule schedule, Purpose purpose, Recipient recipient, Message message)
            throws NotificationException {
        NotificationChannel channel = channels.find(recipient.channel())
                .orElseThrow(() -> new NotificationException(
                        NotificationException.Reason.NOT_CONFIGURED, "This channel is not installed", null));
        Map<String, String> clear = recipients.clear(recipient);
        Delivery delivery = new Delivery(run, schedule.id(), purpose, digest(channel.id(), clear));
        if (!deliveries.begin(delivery, clock.instant())) {
            return false;
        }
        channel.send(notification(delivery, schedule, message), clear, settings.sendTime());
        deliveries.sent(delivery, clock.instant());
        return true;
    }

    private static Notification notification(Delivery delivery, ReportSchedule schedule, Message message) {
        String id =
                delivery.run() + "." + delivery.purpose().name().toLowerCase(Locale.ROOT) + "." + delivery.recipient();
        return notification(id, outcome(delivery.purpose()), schedule, message);
    }

    /** A message as channels get it. */
    public static Notification notification(String id, Outcome outcome, ReportSchedule schedule, Message message) {
        boolean chart = schedule.chartId().isPresent();
        return new Notification(
                id,
                new Notification.Facts(
                        schedule.name(),
                        schedule.kind().word(),
                        schedule.delivery().format().name(),
                        chart ? "chart" : "dashboard",
                        chart
                                ? schedule.chartId().getAsLong()
                                : schedule.dashboardId().orElse(0),
                        outcome,
                        schedule.description()),
                message.subject(),
                message.text(),
                message.html(),
                message.pictures(),
                message.files(),
                Optional.of(message.link()).filter(link -> !link.isEmpty()));
    }

    private static Outcome outcome(Purpose purpose) {
        return switch (purpose) {
            case REPORT -> Outcome.SENT;
            case FAILURE -> Outcome.FAILED;
            case RECOVERY -> Outcome.RECOVERED;
        };
    }

    private static String digest(String channel, Map<String, String> clear) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            String text = channel + '\0' + new TreeMap<>(clear);
            byte[] digest = sha.digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, DIGEST);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
