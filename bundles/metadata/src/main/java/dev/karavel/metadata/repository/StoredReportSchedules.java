package dev.karavel.metadata.repository;

import dev.karavel.api.catalog.Visibility;
import dev.karavel.api.event.Topics;
import dev.karavel.api.report.ReportSchedule;
import dev.karavel.api.report.ReportSchedules;
import dev.karavel.api.report.ReportState;
import dev.karavel.metadata.entity.ReportLogEntity;
import dev.karavel.metadata.entity.ReportScheduleEntity;
import dev.karavel.metadata.list.ListColumns;
import dev.karavel.metadata.list.Where;
import dev.karavel.metadata.store.Transactions;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.event.EventAdmin;

@Component
public final class StoredReportSchedules extends StoredRepository<ReportScheduleEntity, ReportSchedule>
        implements ReportSchedules {
    private static final Kind<ReportScheduleEntity> KIND = new Kind<>(
            ReportScheduleEntity.class,
            "Report schedule",
            "report_schedule",
            Topics.REPORT_SCHEDULE_CHANGED,
            " left join e.creator creator left join e.changer changer",
            new ListColumns("alerts and reports", "changed_on", true)
                    .text("name", "e.name")
                    .search("name", "report_all_text", "e.name", "e.description", "e.sql")
                    .text("description", "e.description")
                    .text("crontab", "e.crontab")
                    .text("timezone", "e.zone")
                    .text("type", "e.kind")
                    .text("creation_method", "e.creationMethod")
                    .text("last_state", "e.state")
                    .text("report_format", "e.format")
                    .flag("active", "e.active")
                    .one("chart_id", "e.chartId")
                    .one("chart", "e.chartId")
                    .one("dashboard_id", "e.dashboardId")
                    .one("dashboard", "e.dashboardId")
                    .one("database", "e.databaseId")
                    .time("last_eval_dttm", "e.lastRun")
                    .many("owners", "ReportScheduleEntity", "owners", "")
                    .stamped());

    @Activate
    public StoredReportSchedules(@Reference Transactions transactions, @Reference EventAdmin events) {
        super(KIND, transactions, events);
    }

    @Override
    ReportScheduleEntity fresh() {
        return new ReportScheduleEntity();
    }

    @Override
    void limit(Visibility.Limited visibility, Where where) {
        where.and(Limits.owned("ReportScheduleEntity", visibility.userId(), where));
    }

    @Override
    public List<ReportSchedule> active() {
        return findAll("e.active = true");
    }

    @Override
    public boolean begin(long id, UUID run, Instant now) {
        Optional<ReportSchedule> known = find(id);
        if (known.isEmpty()) {
            return false;
        }
        Instant overdue = now.minus(known.get().timing().workingTimeout());
        // one statement, so that of two nodes one wins
        int changed = transactions().write(entities -> entities.createNativeQuery(
                        "update report_schedule set last_state = ?1, last_run = ?2, working_run = ?3 where id = ?4"
                                + " and (working_run is null or working_run = ?5 or last_run is null or last_run < ?6)")
                .setParameter(1, ReportState.WORKING.word())
                .setParameter(2, ReportLogEntity.moment(now))
                .setParameter(3, run.toString())
                .setParameter(4, id)
                .setParameter(5, run.toString())
                .setParameter(6, ReportLogEntity.moment(overdue))
                .executeUpdate());
        if (changed > 0) {
            announce(id, false);
        }
        return changed > 0;
    }

    @Override
    public void advance(long id, UUID run, ReportSchedule.Progress progress) {
        OptionalDouble value = progress.value();
        boolean told = value.isPresent() && Double.isFinite(value.getAsDouble());
        int changed = transactions().write(entities -> {
            // PostgreSQL wants to know what kind of nothing a parameter is
            Query update = entities.createNativeQuery("update report_schedule set last_state = ?1, found_row = ?2,"
                            + " working_run = null, found_value = " + (told ? "?5" : "null")
                            + " where id = ?3 and working_run = ?4")
                    .setParameter(1, progress.state().word())
                    .setParameter(2, progress.row())
                    .setParameter(3, id)
                    .setParameter(4, run.toString());
            return (told ? update.setParameter(5, value.getAsDouble()) : update).executeUpdate();
        });
        if (changed > 0) {
            announce(id, false);
        }
    }

    @Override
    public Optional<UUID> working(long id) {
        return transactions().read(entities -> working(entities, id));
    }

    private static Optional<UUID> working(EntityManager entities, long id) {
        return entities
                .createQuery("select e.workingRun from ReportScheduleEntity e where e.id = ?1", String.class)
                .setParameter(1, id)
                .getResultList()
                .stream()
                .filter(Objects::nonNull)
                .findFirst()
                .map(UUID::fromString);
    }
}
