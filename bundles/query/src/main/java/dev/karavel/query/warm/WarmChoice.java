package dev.karavel.query.warm;

import dev.karavel.api.catalog.ActionHistory;
import dev.karavel.api.catalog.Dashboard;
import dev.karavel.api.catalog.Dashboards;
import dev.karavel.api.catalog.ListQuery;
import dev.karavel.api.catalog.ListQuery.Condition;
import dev.karavel.api.catalog.Visibility;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Which dashboards are warmed up that do not ask for it: those most looked at, and those with a tag. */
@Component(service = WarmChoice.class, configurationPid = "dev.karavel.query.warm")
@Designate(ocd = WarmChoice.Config.class)
public final class WarmChoice {
    private static final String VIEWED = "dashboard_viewed";

    @ObjectClassDefinition(name = "Karavel warm-up")
    @interface Config {
        @AttributeDefinition(name = "When, as a crontab; empty for never")
        String crontab() default "";

        @AttributeDefinition(name = "Time zone of the crontab")
        String time_zone() default "UTC";

        @AttributeDefinition(name = "How many of those most looked at", min = "0")
        int top() default 0;

        @AttributeDefinition(name = "Looked at within, ISO-8601")
        String since() default "P7D";

        @AttributeDefinition(name = "Names of tags, separated by commas")
        String tags() default "";
    }

    private final Dashboards dashboards;
    private final ActionHistory history;
    private final String crontab;
    private final String zone;
    private final int top;
    private final Duration since;
    private final List<String> tags;

    @Activate
    public WarmChoice(@Reference Dashboards dashboards, @Reference ActionHistory history, Config config) {
        this.dashboards = dashboards;
        this.history = history;
        crontab = config.crontab().trim();
        zone = config.time_zone();
        top = config.top();
        since = Duration.parse(config.since());
        tags = Arrays.stream(config.tags().split(","))
                .map(String::trim)
                .filter(tag -> !tag.isEmpty())
                .toList();
    }

    String crontab() {
        return top > 0 || !tags.isEmpty() ? crontab : "";
    }

    String zone() {
        return zone;
    }

    /** Each once, those most looked at first. */
    List<Dashboard> dashboards() {
        Map<Long, Dashboard> chosen = new LinkedHashMap<>();
        if (top > 0) {
            dashboards
                    .find(history.mostOften(VIEWED, Instant.now().minus(since), top))
                    .forEach(dashboard -> chosen.put(dashboard.id(), dashboard));
        }
        tags.forEach(tag -> tagged(tag).forEach(dashboard -> chosen.putIfAbsent(dashboard.id(), dashboard)));
        return List.copyOf(chosen.values());
    }

    private List<Dashboard> tagged(String tag) {
        Condition condition = new Condition("tags", "dashboard_tags", tag);
        return dashboards
                .list(new ListQuery(List.of(condition), "", false, 0, Integer.MAX_VALUE, new Visibility.All()))
                .items();
    }
}
