package dev.karavel.report.send;

import dev.karavel.spi.notify.NotificationChannel;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** The channels that are installed now. Of two with one id, the one that came first stays. */
@Component(service = Channels.class)
public final class Channels {
    /** Names of before that mean the same. */
    private static final Map<String, String> FORMER = Map.of("Slack", "SlackV2");

    private final Map<String, NotificationChannel> byId = new ConcurrentHashMap<>();

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void add(NotificationChannel channel) {
        byId.putIfAbsent(channel.id(), channel);
    }

    void remove(NotificationChannel channel) {
        byId.values().remove(channel);
    }

    public Optional<NotificationChannel> find(String id) {
        return Optional.ofNullable(byId.get(FORMER.getOrDefault(id, id)));
    }

    public List<NotificationChannel> all() {
        return byId.values().stream()
                .sorted(Comparator.comparing(NotificationChannel::title))
                .toList();
    }
}
