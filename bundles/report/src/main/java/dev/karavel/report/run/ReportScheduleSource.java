package dev.karavel.report.run;

import dev.karavel.api.report.ReportSchedule;
import dev.karavel.api.report.ReportSchedules;
import dev.karavel.api.schedule.Schedule;
import dev.karavel.api.schedule.ScheduleSource;
import dev.karavel.api.task.TaskOrder.Priority;
import dev.karavel.report.ReportSettings;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The active alerts and reports, and the daily cleaning of their logs. */
@Component(service = ScheduleSource.class)
public final class ReportScheduleSource implements ScheduleSource {
    private final ReportSchedules schedules;
    private final ReportSettings settings;

    @Activate
    public ReportScheduleSource(@Reference ReportSchedules schedules, @Reference ReportSettings settings) {
        this.schedules = schedules;
        this.settings = settings;
    }

    @Override
    public List<Schedule> schedules() {
        List<Schedule> all = new ArrayList<>();
        schedules.active().forEach(schedule -> all.add(of(schedule)));
        all.add(new Schedule(
                "report/prune",
                "17 3 * * *",
                ZoneId.of("UTC"),
                Schedule.MissedRuns.RUN_ONCE,
                LogPruning.KIND,
                "{}",
                OptionalLong.empty(),
                Priority.BACKGROUND,
                Duration.ofMinutes(10),
                3));
        return all;
    }

    private Schedule of(ReportSchedule schedule) {
        return new Schedule(
                "report/" + schedule.id(),
                schedule.timing().crontab(),
                schedule.timing().zone(),
                schedule.timing().missed(),
                ReportRun.KIND,
                RunOrder.payload(schedule.id()),
                OptionalLong.empty(),
                Priority.SCHEDULED,
                schedule.timing().workingTimeout(),
                settings.attempts());
    }
}
