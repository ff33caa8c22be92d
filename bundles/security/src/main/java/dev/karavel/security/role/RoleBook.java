package dev.karavel.security.role;

import dev.karavel.api.catalog.ListQuery;
import dev.karavel.api.catalog.Permission;
import dev.karavel.api.catalog.Role;
import dev.karavel.api.catalog.Roles;
import dev.karavel.api.event.Topics;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.event.Event;
import org.osgi.service.event.EventConstants;
import org.osgi.service.event.EventHandler;

/** The roles as they were a few seconds ago at most; changes on this node are seen at once. Exists once the roles are seeded. */
@Component(
        service = {RoleBook.class, EventHandler.class},
        property = EventConstants.EVENT_TOPIC + "=" + Topics.ROLE_CHANGED)
public final class RoleBook implements EventHandler {
    private static final Duration FRESH = Duration.ofSeconds(5);

    /** What one role holds. */
    public record Entry(Set<Permission> permissions, DataGrants data) {}

    private record Photograph(Map<String, Entry> entries, long changes, long at) {}

    private static final Entry NOTHING = new Entry(Set.of(), DataGrants.NONE);

    private final Roles roles;
    private final Clock clock;
    private final AtomicLong changes = new AtomicLong();
    private volatile Photograph photograph;

    public static RoleBook at(Clock clock, Roles roles) {
        return new RoleBook(roles, clock);
    }

    @Activate
    public RoleBook(@Reference Roles roles, @Reference RoleSeed seed) {
        this(roles, Clock.systemUTC());
    }

    private RoleBook(Roles roles, Clock clock) {
        this.roles = roles;
        this.clock = clock;
    }

    /** An unknown role holds nothing. */
    public Entry find(String role) {
        Photograph current = photograph;
        if (current == null || current.changes != changes.get() || clock.millis() - current.at > FRESH.toMillis()) {
            current = take();
            photograph = current;
        }
        return current.entries.getOrDefault(role, NOTHING);
    }

    @Override
    public void handleEvent(Event event) {
        changes.incrementAndGet();
    }

    private Photograph take() {
        long now = clock.millis();
        long seen = changes.get();
        Map<String, Entry> entries = new HashMap<>();
        for (Role role : roles.list(ListQuery.everything()).items()) {
            entries.put(role.name(), new Entry(role.permissions(), DataGrants.of(role.permissions())));
        }
        return new Photograph(entries, seen, now);
    }
}
