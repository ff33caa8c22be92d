package dev.karavel.security.account;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.karavel.api.catalog.User;
import dev.karavel.api.catalog.Users;
import dev.karavel.api.event.Topics;
import dev.karavel.api.security.Keys;
import dev.karavel.api.security.Principal;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.event.Event;
import org.osgi.service.event.EventConstants;
import org.osgi.service.event.EventHandler;

/**
 * Active users as they were a few seconds ago at most, so that checking a token costs no question to the database. News of a
 * changed user comes by event at once on this node; the few seconds are for changes made by other nodes.
 */
@Component(
        service = {KnownPeople.class, EventHandler.class},
        property = EventConstants.EVENT_TOPIC + "=" + Topics.USER_CHANGED)
public final class KnownPeople implements EventHandler {
    private static final Duration FRESH = Duration.ofSeconds(3);
    private static final int MOST = 10_000;

    /** @param passwordMark changes with the password and tells nothing about it */
    public record Known(Principal principal, String passwordMark) {}

    private record Seen(Optional<Known> known, long at) {}

    private final Users users;
    private final Clock clock;
    private final SecretKeySpec markKey;
    private final Map<Long, Seen> people = new ConcurrentHashMap<>();

    @Activate
    public KnownPeople(@Reference Users users, @Reference Keys keys) {
        this(users, keys, Clock.systemUTC());
    }

    public KnownPeople(Users users, Keys keys, Clock clock) {
        this.users = users;
        this.clock = clock;
        markKey = new SecretKeySpec(keys.derive("token/password-mark"), "HmacSHA256");
    }

    /** Empty if gone or inactive. */
    public Optional<Known> find(long userId) {
        Seen seen = people.get(userId);
        if (seen == null || clock.millis() - seen.at > FRESH.toMillis()) {
            if (people.size() > MOST) {
                people.clear();
            }
            seen = new Seen(look(userId), clock.millis());
            people.put(userId, seen);
        }
        return seen.known;
    }

    public void forget(long userId) {
        people.remove(userId);
    }

    @Override
    public void handleEvent(Event event) {
        if (event.getProperty(Topics.ID) instanceof Long userId) {
            forget(userId);
        } else {
            people.clear();
        }
    }

    static Principal principal(User user) {
        return new Principal(user.id(), user.username(), user.fullName(), user.roles(), false);
    }

    private Optional<Known> look(long userId) {
        return users.find(userId)
                .filter(User::active)
                .map(user -> new Known(
                        principal(user), mark(users.passwordHash(userId).orElse(""))));
    }

    private String mark(String passwordHash) {
        try {
            Mac mac = Mac.getInstance(markKey.getAlgorithm());
            mac.init(markKey);
            byte[] whole = mac.doFinal(passwordHash.getBytes(UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(whole, 12));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java runtime has " + markKey.getAlgorithm(), e);
        }
    }
}
