package dev.karavel.query.warm;

import dev.karavel.api.catalog.Dashboard;
import dev.karavel.api.catalog.Dashboards;
import dev.karavel.api.error.KaravelException;
import dev.karavel.api.schedule.Schedule;
import dev.karavel.api.schedule.Schedule.MissedRuns;
import dev.karavel.api.schedule.ScheduleSource;
import dev.karavel.api.task.TaskOrder.Priority;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** When dashboards are warmed up: each on its own schedule, and the chosen ones together. What was missed is gone. */
@Component
public final class WarmSchedules implements ScheduleSource {
    private static final Logger LOG = LoggerFactory.getLogger(WarmSchedules.class);
    private static final Duration LONGEST = Duration.ofHours(1);

    private final Dashboards dashboards;
    private final WarmChoice choice;

    @Activate
    public WarmSchedules(@Reference Dashboards dashboards, @Reference WarmChoice choice) {
        this.dashboards = dashboards;
        this.choice = choice;
    }

    @Override
    public List<Schedule> schedules() {
        List<Schedule> schedules = new ArrayList<>();
        if (!choice.crontab().isEmpty()) {
            schedules.add(schedule("warm-up/chosen", choice.crontab(), ZoneId.of(choice.zone()), "{}"));
        }
        for (Dashboard dashboard : dashboards.withWarmUp()) {
            try {
                WarmUp.of(dashboard)
                        .ifPresent(own -> schedules.add(schedule(
                                "warm-up/dashboard/" + dashboard.id(),
                                own.crontab(),
                                own.zone(),
                                "{\"dashboard\":" + dashboard.id() + "}")));
            } catch (KaravelException e) {
                LOG.debug("Dashboard {} has a warm_up that cannot be read: {}", dashboard.id(), e.getMessage());
            }
        }
        return schedules;
    }

    private static Schedule schedule(String id, String crontab, ZoneId zone, String payload) {
        return new Schedule(
                id,
                crontab,
                zone,
                MissedRuns.SKIP,
                DashboardWarmer.KIND,
                payload,
                OptionalLong.empty(),
                Priority.BACKGROUND,
                LONGEST,
                1);
    }
}
