package dev.karavel.web.account;

import dev.karavel.api.catalog.ActionLog;
import dev.karavel.api.catalog.LogEntry;
import dev.karavel.api.error.ErrorCode;
import dev.karavel.api.error.KaravelException;
import dev.karavel.api.security.Identities;
import dev.karavel.api.security.Principal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Where people sign in, by page or by API: bounded failures per address on top of those per name, and a line in the log. */
@Component(service = SignInDesk.class)
public final class SignInDesk {
    private final Identities identities;
    private final ActionLog log;
    private final Clock clock;
    private final AddressLimit limit;

    @Activate
    public SignInDesk(@Reference Identities identities, @Reference ActionLog log) {
        this(identities, log, Clock.systemUTC());
    }

    SignInDesk(Identities identities, ActionLog log, Clock clock) {
        this.identities = identities;
        this.log = log;
        this.clock = clock;
        limit = new AddressLimit(5, Duration.ofSeconds(1), clock);
    }

    /** @throws KaravelException UNAUTHENTICATED, TOO_MANY_REQUESTS */
    public Principal signIn(String username, String password, String address) {
        if (!limit.open(address)) {
            throw new KaravelException(ErrorCode.TOO_MANY_REQUESTS, "Too many failed sign-ins; try again in a moment");
        }
        Instant start = clock.instant();
        try {
            Principal principal = identities.signIn(username, password);
            write("login", Optional.of(principal.userId()), start);
            return principal;
        } catch (KaravelException e) {
            if (e.code() == ErrorCode.UNAUTHENTICATED) {
                limit.failed(address);
                write("login_failed", Optional.empty(), start);
            }
            throw e;
        }
    }

    private void write(String action, Optional<Long> userId, Instant start) {
        log.write(new LogEntry(
                start,
                userId,
                action,
                Optional.empty(),
                Optional.empty(),
                "{}",
                Duration.between(start, clock.instant())));
    }
}
