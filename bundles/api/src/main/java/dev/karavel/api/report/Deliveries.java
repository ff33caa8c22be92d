package dev.karavel.api.report;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Remembers what was sent, so that a run that is begun again sends nothing twice. Each call is a transaction; safe for several
 * threads.
 */
@ProviderType
public interface Deliveries {
    /** What a message is for. */
    enum Purpose {
        REPORT,
        FAILURE,
        RECOVERY
    }

    /**
     * One message to one recipient.
     *
     * @param recipient digest of the channel and its settings
     */
    record Delivery(UUID run, long scheduleId, Purpose purpose, String recipient) {}

    /** Before sending. @return false if it was sent already */
    boolean begin(Delivery delivery, Instant now);

    /** After sending. */
    void sent(Delivery delivery, Instant now);

    /** When a message of that kind was sent last. */
    Optional<Instant> last(long scheduleId, Purpose purpose);

    /** Forgets a schedule's messages that were begun before that moment. @return how many */
    int forgetBefore(long scheduleId, Instant moment);
}
