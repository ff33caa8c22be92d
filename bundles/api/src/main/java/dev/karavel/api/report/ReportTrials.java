package dev.karavel.api.report;

import dev.karavel.api.security.Principal;
import java.time.Instant;
import java.util.Objects;
import java.util.OptionalDouble;
import org.osgi.annotation.versioning.ProviderType;

/** Tries what somebody is still filling in. Remembers nothing; safe for several threads. */
@ProviderType
public interface ReportTrials {
    /**
     * Asks an alert's statement on the calling thread, with the rights of the principal.
     *
     * @throws dev.karavel.api.error.KaravelException INVALID_REQUEST with the field where the statement may not be asked or gives no
     *     single value
     */
    Sight look(ReportSchedule.Alarm alarm, Principal principal);

    /**
     * Sends it by e-mail to the principal alone, with what the principal may see, on the calling thread; an alert as if it fired. Its
     * recipients are not looked at.
     *
     * @return the address
     * @throws dev.karavel.api.error.KaravelException INVALID_REQUEST if the principal has no address; CHANNEL_REFUSED or
     *     CHANNEL_UNREACHABLE where it is not sent
     */
    String sendTo(ReportSchedule schedule, Principal principal, Instant now);

    /**
     * @param row of the value, a JSON array of objects, or empty
     * @param fires whether that would be a reason to tell
     */
    record Sight(boolean fires, OptionalDouble value, String row) {
        public Sight {
            Objects.requireNonNull(value, "value");
            Objects.requireNonNull(row, "row");
        }
    }
}
