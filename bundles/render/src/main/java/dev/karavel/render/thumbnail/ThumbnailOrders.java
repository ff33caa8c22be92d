package dev.karavel.render.thumbnail;

import dev.karavel.api.error.KaravelException;
import dev.karavel.api.event.Topics;
import dev.karavel.api.task.TaskOrder;
import dev.karavel.api.task.TaskOrder.Priority;
import dev.karavel.api.task.Tasks;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.event.Event;
import org.osgi.service.event.EventConstants;
import org.osgi.service.event.EventHandler;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Orders a thumbnail when a chart or dashboard changes: one for all changes of half a minute, however many nodes hear of them, drawn
 * when that is over.
 */
@Component(
        service = EventHandler.class,
        configurationPid = "dev.karavel.render.thumbnails",
        property = {
            EventConstants.EVENT_TOPIC + "=" + Topics.CHART_CHANGED,
            EventConstants.EVENT_TOPIC + "=" + Topics.DASHBOARD_CHANGED
        })
@Designate(ocd = ThumbnailOrders.Config.class)
public final class ThumbnailOrders implements EventHandler {
    private static final Logger LOG = LoggerFactory.getLogger(ThumbnailOrders.class);
    private static final Duration SLOT = Duration.ofSeconds(30);
    private static final Duration LONGEST = Duration.ofMinutes(2);

    @ObjectClassDefinition(name = "Karavel thumbnails")
    public @interface Config {
        @AttributeDefinition(name = "Whether thumbnails are drawn when something changes, before anybody asks")
        boolean ahead() default false;
    }

    private final Tasks tasks;
    private final boolean ahead;
    private final Clock clock;

    @Activate
    public ThumbnailOrders(@Reference Tasks tasks, Config config) {
        this(tasks, config.ahead(), Clock.systemUTC());
    }

    ThumbnailOrders(Tasks tasks, boolean ahead, Clock clock) {
        this.tasks = tasks;
        this.ahead = ahead;
        this.clock = clock;
    }

    @Override
    public void handleEvent(Event event) {
        boolean gone = Boolean.TRUE.equals(event.getProperty(Topics.DELETED));
        if (ahead && !gone && event.getProperty(Topics.ID) instanceof Long id) {
            String kind = event.getTopic().equals(Topics.CHART_CHANGED) ? Thumbnails.CHART : Thumbnails.DASHBOARD;
            order(kind + id);
        }
    }

    private void order(String thing) {
        long slot = clock.instant().getEpochSecond() / SLOT.toSeconds() + 1;
        try {
            tasks.append(new TaskOrder(
                    Thumbnails.KIND,
                    thing + "@" + slot,
                    "{}",
                    OptionalLong.empty(),
                    Priority.BACKGROUND,
                    Optional.of(Instant.ofEpochSecond(slot * SLOT.toSeconds())),
                    LONGEST,
                    2));
        } catch (KaravelException e) {
            LOG.warn("No thumbnail of {} was ordered: {}", thing, e.getMessage());
        }
    }
}
