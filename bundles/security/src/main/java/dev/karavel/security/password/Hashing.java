package dev.karavel.security.password;

import dev.karavel.api.error.ErrorCode;
import dev.karavel.api.error.KaravelException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** Hashes passwords, few at a time: each costs 19 MiB and a tenth of a second, which is also what an attacker would spend. */
@Component(service = Hashing.class)
public final class Hashing {
    private static final int AT_ONCE = 2;
    private static final int LONGEST = 1024;

    /** Of a password nobody knows; written down because hashing one at each start would be felt. */
    private static final PasswordHash NOBODY = PasswordHash.parse(
                    "$argon2id$v=19$m=19456,t=2,p=1$ObTtGxAg6vfHDCV1UaaTbg$HD8d+raRxYRCrXeNCfpkqwoJppJZiDyXgT9Zot9KYEc")
            .orElseThrow();

    private final Semaphore places = new Semaphore(AT_ONCE, true);
    private final Duration patience;

    @Activate
    public Hashing() {
        this(Duration.ofSeconds(5));
    }

    public Hashing(Duration patience) {
        this.patience = patience;
    }

    public String hash(String password) {
        return bounded(() -> PasswordHash.of(password).toString());
    }

    /** Takes the same time whether there is a hash or not, so that names cannot be found out by the clock. */
    public boolean matches(Optional<String> stored, String password) {
        Optional<PasswordHash> hash = stored.flatMap(PasswordHash::parse);
        String checked = password.length() > LONGEST ? "" : password;
        return bounded(() -> hash.orElse(NOBODY).matches(checked)) && hash.isPresent();
    }

    private <T> T bounded(Supplier<T> work) {
        try {
            if (!places.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new KaravelException(
                        ErrorCode.TOO_MANY_REQUESTS, "Too many people sign in at once; try again in a moment");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KaravelException(ErrorCode.CANCELLED, "The sign-in was interrupted", e);
        }
        try {
            return work.get();
        } finally {
            places.release();
        }
    }
}
