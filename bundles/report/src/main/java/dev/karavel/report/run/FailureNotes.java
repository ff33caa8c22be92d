package dev.karavel.report.run;

import dev.karavel.api.catalog.User;
import dev.karavel.api.catalog.Users;
import dev.karavel.api.error.KaravelException;
import dev.karavel.api.report.Deliveries;
import dev.karavel.api.report.Deliveries.Purpose;
import dev.karavel.api.report.ReportSchedule;
import dev.karavel.api.report.ReportSchedule.Recipient;
import dev.karavel.report.ReportSettings;
import dev.karavel.report.compose.ReportComposer;
import dev.karavel.report.send.Channels;
import dev.karavel.report.send.ReportSender;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells owners by mail that a run failed; not again while the grace lasts. */
@Component(service = FailureNotes.class)
public final class FailureNotes {
    private static final String MAIL = "Email";
    private static final Logger LOG = LoggerFactory.getLogger(FailureNotes.class);

    private final Users users;
    private final Channels channels;
    private final ReportComposer composer;
    private final ReportSender sender;
    private final Deliveries deliveries;
    private final ReportSettings settings;

    @Activate
    public FailureNotes(
            @Reference Users users,
            @Reference Channels channels,
            @Reference ReportComposer composer,
            @Reference ReportSender sender,
            @Reference Deliveries deliveries,
            @Reference ReportSettings settings) {
        this.users = users;
        this.channels = channels;
        this.composer = composer;
        this.sender = sender;
        this.deliveries = deliveries;
        this.settings = settings;
    }

    void tell(UUID run, ReportSchedule schedule, String why, Instant now) {
        boolean told = deliveries
                .last(schedule.id(), Purpose.FAILURE)
                .filter(last -> last.plus(schedule.timing().grace()).isAfter(now))
                .isPresent();
        String owners = users.find(schedule.owners()).stream()
                .filter(User::active)
                .map(User::email)
                .filter(address -> address != null && !address.isBlank())
                .sorted()
                .collect(Collectors.joining(", "));
        boolean ready = channels.find(MAIL)
                .filter(channel -> channel.hindrance().isEmpty())
                .isPresent();
        if (told || owners.isEmpty() || !ready || settings.dryRun()) {
            LOG.warn("{} {} failed: {}", schedule.kind().word(), schedule.id(), why);
            return;
        }
        try {
            Recipient to = new Recipient(MAIL, Map.of("target", owners));
            sender.send(run, schedule, Purpose.FAILURE, List.of(to), composer.failure(schedule, why));
        } catch (KaravelException e) {
            LOG.warn(
                    "Owners of {} {} could not be told that it failed: {}",
                    schedule.kind().word(),
                    schedule.id(),
                    e.getMessage());
        }
    }
}
