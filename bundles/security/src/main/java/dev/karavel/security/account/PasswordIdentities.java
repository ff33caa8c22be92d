package dev.karavel.security.account;

import dev.karavel.api.catalog.User;
import dev.karavel.api.catalog.Users;
import dev.karavel.api.error.ErrorCode;
import dev.karavel.api.error.KaravelException;
import dev.karavel.api.security.Identities;
import dev.karavel.api.security.Principal;
import dev.karavel.security.password.FailureLimit;
import dev.karavel.security.password.Hashing;
import dev.karavel.security.role.BuiltInRoles;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sign-in with name and password. Waits for the first account, so that nobody is turned away by an empty database. */
@Component
public final class PasswordIdentities implements Identities {
    private static final Logger LOG = LoggerFactory.getLogger(PasswordIdentities.class);
    private static final Principal ANONYMOUS = new Principal(0, "", "", Set.of(BuiltInRoles.PUBLIC), true);
    private static final String EVERYBODY = "";

    private final Users users;
    private final Hashing hashing;
    private final KnownPeople people;
    private final FailureLimit byName;
    private final FailureLimit overall;

    @Activate
    public PasswordIdentities(
            @Reference Users users,
            @Reference Hashing hashing,
            @Reference KnownPeople people,
            @Reference FirstAccount first) {
        this(users, hashing, people, Clock.systemUTC());
    }

    PasswordIdentities(Users users, Hashing hashing, KnownPeople people, Clock clock) {
        this.users = users;
        this.hashing = hashing;
        this.people = people;
        byName = new FailureLimit(10, Duration.ofMinutes(1), clock);
        overall = new FailureLimit(50, Duration.ofSeconds(5), clock);
    }

    @Override
    public Principal signIn(String username, String password) {
        String name = username.trim().toLowerCase(Locale.ROOT);
        if (!byName.take(name)) {
            throw tooMany();
        }
        if (!overall.take(EVERYBODY)) {
            byName.giveBack(name);
            throw tooMany();
        }
        Optional<User> user = users.findByName(name);
        Optional<String> hash = user.flatMap(known -> users.passwordHash(known.id()));
        boolean right = hashing.matches(hash, password);
        if (!right || user.isEmpty() || !user.get().active()) {
            LOG.warn("Failed sign-in as {}", printable(username));
            throw new KaravelException(ErrorCode.UNAUTHENTICATED, "Wrong user name or password");
        }
        byName.giveBack(name);
        overall.giveBack(EVERYBODY);
        return KnownPeople.principal(user.get());
    }

    @Override
    public Optional<Principal> find(long userId) {
        return people.find(userId).map(KnownPeople.Known::principal);
    }

    @Override
    public Principal anonymous() {
        return ANONYMOUS;
    }

    private static KaravelException tooMany() {
        return new KaravelException(ErrorCode.TOO_MANY_REQUESTS, "Too many failed sign-ins; try again in a minute");
    }

    private static String printable(String username) {
        String safe = username.replaceAll("[^\\p{L}\\p{N}._@+-]", "?");
        return safe.length() > 64 ? safe.substring(0, 64) + "…" : safe;
    }
}
