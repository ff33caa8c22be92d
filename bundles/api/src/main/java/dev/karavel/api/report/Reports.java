package dev.karavel.api.report;

import dev.karavel.api.security.Principal;
import dev.karavel.api.task.TaskOrder;
import dev.karavel.spi.data.Setting;
import dev.karavel.spi.notify.Choice;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import org.osgi.annotation.versioning.ProviderType;

/** What can be done with alerts and reports beside keeping them. Safe for several threads. */
@ProviderType
public interface Reports {
    /**
     * Looks whether it could run: its times, what it sends and its statement, as the one who saves it, and its recipients.
     *
     * @return as it may be stored: secrets of recipients encrypted
     * @throws dev.karavel.api.error.KaravelException INVALID_REQUEST with the field, also for things the principal may not see
     */
    ReportSchedule check(ReportSchedule wanted, Optional<ReportSchedule> stored, Principal principal);

    /** An order to send it now, whatever its crontab says. */
    TaskOrder order(ReportSchedule schedule, Principal principal, Instant now);

    /** Does all but sending, on the calling thread, and remembers nothing. */
    Trial tryOut(ReportSchedule schedule, Principal principal, Instant now);

    /** The installed channels, by title. */
    List<Channel> channels();

    /**
     * What a field of a recipient can be, asked of the service behind the channel.
     *
     * @throws dev.karavel.api.error.KaravelException NOT_FOUND if there is no such channel; WAREHOUSE_UNREACHABLE if the service
     *     does not answer
     */
    List<Choice> choices(String channel, String setting, String search);

    /** The settings of a recipient as people may read them: secrets are masked. */
    ReportSchedule.Recipient shown(ReportSchedule.Recipient recipient);

    /**
     * @param hindrance why it cannot send now; empty if it can
     */
    record Channel(String id, String title, List<Setting> settings, String hindrance) {
        public Channel {
            settings = List.copyOf(settings);
            Objects.requireNonNull(hindrance, "hindrance");
        }
    }

    /**
     * @param state it would end in
     * @param value the alert's
     * @param row of the value, JSON, or empty
     * @param subject of the message; empty where none would be sent
     * @param text of it
     * @param files that would be attached
     * @param recipients that would get it, in words
     */
    record Trial(
            ReportState state,
            OptionalDouble value,
            String row,
            String subject,
            String text,
            List<File> files,
            List<String> recipients) {
        public Trial {
            files = List.copyOf(files);
            recipients = List.copyOf(recipients);
        }
    }

    record File(String name, String mediaType, long bytes) {}
}
