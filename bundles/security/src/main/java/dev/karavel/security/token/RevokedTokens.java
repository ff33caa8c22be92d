package dev.karavel.security.token;

import dev.karavel.api.event.Topics;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.event.Event;
import org.osgi.service.event.EventAdmin;
import org.osgi.service.event.EventConstants;
import org.osgi.service.event.EventHandler;

/** Ids of tokens that ended early, until they would have ended by themselves. Other nodes hear of them by event. */
@Component(
        service = {RevokedTokens.class, EventHandler.class},
        property = EventConstants.EVENT_TOPIC + "=" + Topics.TOKEN_REVOKED)
public final class RevokedTokens implements EventHandler {
    /** No token lives longer unless an operator wants it to; one that does outlives its revocation on other nodes. */
    private static final Duration KEPT = Duration.ofDays(31);

    private final Map<String, Long> until = new ConcurrentHashMap<>();
    private final EventAdmin events;
    private final Clock clock;

    @Activate
    public RevokedTokens(@Reference EventAdmin events) {
        this(events, Clock.systemUTC());
    }

    public RevokedTokens(EventAdmin events, Clock clock) {
        this.events = events;
        this.clock = clock;
    }

    void revoke(String id) {
        add(id);
        events.postEvent(new Event(Topics.TOKEN_REVOKED, Map.of(Topics.ID, id)));
    }

    boolean contains(String id) {
        return until.containsKey(id);
    }

    @Override
    public void handleEvent(Event event) {
        if (event.getProperty(Topics.ID) instanceof String id) {
            add(id);
        }
    }

    private void add(String id) {
        long now = clock.instant().getEpochSecond();
        until.values().removeIf(end -> end < now);
        until.putIfAbsent(id, now + KEPT.toSeconds());
    }
}
