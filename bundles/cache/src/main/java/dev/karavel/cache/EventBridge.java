package dev.karavel.cache;

import dev.karavel.api.event.Topics;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.apache.ignite.IgniteException;
import org.apache.ignite.cluster.ClusterGroup;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.event.Event;
import org.osgi.service.event.EventAdmin;
import org.osgi.service.event.EventConstants;
import org.osgi.service.event.EventHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Carries news of changes to the other nodes, once: what came from another node says so in {@link #ORIGIN}. */
@Component(
        immediate = true,
        service = EventHandler.class,
        property = {
            EventConstants.EVENT_TOPIC + "=" + Topics.DATABASE_CHANGED,
            EventConstants.EVENT_TOPIC + "=" + Topics.DATASET_CHANGED,
            EventConstants.EVENT_TOPIC + "=" + Topics.CHART_CHANGED,
            EventConstants.EVENT_TOPIC + "=" + Topics.DASHBOARD_CHANGED,
            EventConstants.EVENT_TOPIC + "=" + Topics.USER_CHANGED,
            EventConstants.EVENT_TOPIC + "=" + Topics.ROLE_CHANGED,
            EventConstants.EVENT_TOPIC + "=" + Topics.ROW_RULE_CHANGED,
            EventConstants.EVENT_TOPIC + "=" + Topics.TOKEN_REVOKED,
            EventConstants.EVENT_TOPIC + "=" + Topics.PLUGIN_CHANGED,
            EventConstants.EVENT_TOPIC + "=" + Topics.SETTING_CHANGED,
            EventConstants.EVENT_TOPIC + "=" + Topics.TASK_CHANGED,
            EventConstants.EVENT_TOPIC + "=" + Topics.LAB_QUERY_CHANGED,
            EventConstants.EVENT_TOPIC + "=" + Topics.REPORT_SCHEDULE_CHANGED,
            EventConstants.EVENT_TOPIC + "=" + Topics.ANNOTATION_LAYER_CHANGED,
            EventConstants.EVENT_TOPIC + "=" + Topics.ANNOTATION_CHANGED,
            EventConstants.EVENT_TOPIC + "=" + Topics.TAG_CHANGED,
            EventConstants.EVENT_TOPIC + "=" + Topics.CSS_TEMPLATE_CHANGED,
            EventConstants.EVENT_TOPIC + "=" + Topics.THEME_CHANGED,
            EventConstants.EVENT_TOPIC + "=" + Topics.SAVED_QUERY_CHANGED,
            EventConstants.EVENT_FILTER + "=(!(" + EventBridge.ORIGIN + "=*))"
        })
public final class EventBridge implements EventHandler {
    static final String ORIGIN = Topics.ORIGIN;

    private static final Logger LOG = LoggerFactory.getLogger(EventBridge.class);

    private final ClusterMember member;
    private final EventAdmin events;
    private final ClusterMember.Arrival arrival = this::arrived;

    @Activate
    public EventBridge(
            @Reference(name = "member") ClusterMember member, @Reference(name = "events") EventAdmin events) {
        this.member = member;
        this.events = events;
        member.listen(arrival);
    }

    @Deactivate
    public void close() {
        member.stopListening(arrival);
    }

    @Override
    public void handleEvent(Event event) {
        if (event.getProperty(ORIGIN) == null) {
            member.nodeNow().ifPresent(node -> send(node, event));
        }
    }

    private void send(IgniteNode node, Event event) {
        try {
            ClusterGroup others = node.ignite().cluster().forRemotes();
            if (!others.nodes().isEmpty()) {
                node.ignite().message(others).send(ClusterMember.NEWS, carried(event));
            }
        } catch (IgniteException | IllegalStateException e) {
            LOG.warn("Other nodes were not told of {}: {}", event.getTopic(), e.toString());
        }
    }

    private void arrived(UUID sender, Map<String, Object> carried) {
        Map<String, Object> properties = new HashMap<>(carried);
        properties.put(ORIGIN, sender.toString());
        events.postEvent(new Event((String) properties.remove(EventConstants.EVENT_TOPIC), properties));
    }

    private static HashMap<String, Object> carried(Event event) {
        HashMap<String, Object> carried = new HashMap<>();
        for (String name : event.getPropertyNames()) {
            Object value = event.getProperty(name);
            if (value instanceof String || value instanceof Number || value instanceof Boolean) {
                carried.put(name, value);
            }
        }
        carried.put(EventConstants.EVENT_TOPIC, event.getTopic());
        return carried;
    }
}
