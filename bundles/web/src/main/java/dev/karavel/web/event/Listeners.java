package dev.karavel.web.event;

import dev.karavel.api.error.ErrorCode;
import dev.karavel.api.error.KaravelException;
import dev.karavel.api.event.Topics;
import dev.karavel.api.security.Identities;
import dev.karavel.api.viz.Visualization;
import dev.karavel.api.viz.VisualizationRegistry;
import dev.karavel.web.gate.WebSettings;
import dev.karavel.web.karavel.VisualizationRows;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.event.Event;
import org.osgi.service.event.EventConstants;
import org.osgi.service.event.EventHandler;

/** The open pages, and the news for them. */
@Component(
        service = {Listeners.class, EventHandler.class},
        property = {
            EventConstants.EVENT_TOPIC + "=" + Topics.VISUALIZATION_ADDED,
            EventConstants.EVENT_TOPIC + "=" + Topics.VISUALIZATION_REMOVED,
            EventConstants.EVENT_TOPIC + "=" + Topics.PLUGIN_CHANGED,
            EventConstants.EVENT_TOPIC + "=" + Topics.DATASET_CHANGED,
            EventConstants.EVENT_TOPIC + "=" + Topics.CHART_CHANGED,
            EventConstants.EVENT_TOPIC + "=" + Topics.DASHBOARD_CHANGED,
            EventConstants.EVENT_TOPIC + "=" + Topics.REPORT_SCHEDULE_CHANGED
        })
public final class Listeners implements EventHandler {
    private static final int HEARTBEAT_SECONDS = 15;
    private static final int MOST_PER_USER = 50;

    private final VisualizationRegistry registry;
    private final Identities identities;
    private final WebSettings settings;
    private final Set<Listener> listeners = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService clock =
            Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "karavel-events"));

    @Activate
    public Listeners(
            @Reference VisualizationRegistry registry,
            @Reference Identities identities,
            @Reference WebSettings settings) {
        this.registry = registry;
        this.identities = identities;
        this.settings = settings;
        clock.scheduleAtFixedRate(this::beat, HEARTBEAT_SECONDS, HEARTBEAT_SECONDS, TimeUnit.SECONDS);
    }

    @Deactivate
    void stop() {
        clock.shutdownNow();
        listeners.forEach(Listener::close);
    }

    /** @throws KaravelException TOO_MANY_REQUESTS */
    void requirePlace(long userId) {
        long own = listeners.stream()
                .filter(listener -> listener.userId() == userId)
                .count();
        if (listeners.size() >= settings.eventClients() || own >= MOST_PER_USER) {
            throw new KaravelException(ErrorCode.TOO_MANY_REQUESTS, "Too many open pages listen for news");
        }
    }

    void add(Listener listener) {
        listeners.add(listener);
        listener.send(EventLine.of("snapshot", Map.of("visualizations", VisualizationRows.list(registry.all()))));
    }

    void remove(Listener listener) {
        listeners.remove(listener);
    }

    /** Whether anybody listens. */
    public boolean any() {
        return !listeners.isEmpty();
    }

    /** Whose pages listen. */
    public Set<Long> users() {
        return listeners.stream().map(Listener::userId).collect(Collectors.toSet());
    }

    /** News for the pages of one person. */
    public void tell(long userId, String name, Object data) {
        byte[] line = EventLine.of(name, data);
        listeners.stream().filter(listener -> listener.userId() == userId).forEach(listener -> listener.send(line));
    }

    @Override
    public void handleEvent(Event event) {
        if (!listeners.isEmpty()) {
            news(event).ifPresent(line -> listeners.forEach(listener -> listener.send(line)));
        }
    }

    private Optional<byte[]> news(Event event) {
        Object id = event.getProperty(Topics.ID);
        return switch (event.getTopic()) {
            case Topics.VISUALIZATION_ADDED ->
                registry.all().stream()
                        .filter(visualization -> visualization.vizType().equals(id))
                        .findFirst()
                        .map(Listeners::added);
            case Topics.VISUALIZATION_REMOVED -> Optional.of(removed(event));
            case Topics.PLUGIN_CHANGED -> Optional.of(changed("plugin-changed", id));
            case Topics.DATASET_CHANGED -> Optional.of(changed("dataset-changed", id));
            case Topics.CHART_CHANGED -> Optional.of(changed("chart-changed", id));
            case Topics.DASHBOARD_CHANGED -> Optional.of(changed("dashboard-changed", id));
            case Topics.REPORT_SCHEDULE_CHANGED -> Optional.of(changed("report-changed", id));
            default -> Optional.empty();
        };
    }

    private static byte[] added(Visualization visualization) {
        return EventLine.of("visualization-added", VisualizationRows.row(visualization));
    }

    private static byte[] removed(Event event) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("viz_type", event.getProperty(Topics.ID));
        data.put("plugin", event.getProperty(Topics.PLUGIN));
        data.put("version", event.getProperty(Topics.VERSION));
        return EventLine.of("visualization-removed", data);
    }

    private static byte[] changed(String name, Object id) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("id", id);
        return EventLine.of(name, data);
    }

    /** Finds out which pages are gone, and shows those the door whose user is. */
    private void beat() {
        for (Listener listener : listeners) {
            if (identities.find(listener.userId()).isPresent()) {
                listener.send(EventLine.HEARTBEAT);
            } else {
                listener.close();
            }
        }
    }
}
