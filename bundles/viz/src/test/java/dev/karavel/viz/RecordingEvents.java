package dev.karavel.viz;

import dev.karavel.api.event.Topics;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.osgi.service.event.Event;
import org.osgi.service.event.EventAdmin;

/** Keeps what is posted. */
public final class RecordingEvents implements EventAdmin {
    private final List<Event> posted = new CopyOnWriteArrayList<>();

    @Override
    public void postEvent(Event event) {
        posted.add(event);
    }

    @Override
    public void sendEvent(Event event) {
        posted.add(event);
    }

    /** Topic, viz_type, plugin and version of each. */
    public List<String> words() {
        return posted.stream()
                .map(event -> event.getTopic() + " " + event.getProperty(Topics.ID) + " "
                        + event.getProperty(Topics.PLUGIN) + " " + event.getProperty(Topics.VERSION))
                .toList();
    }
}
