package dev.karavel.metadata.repository;

import dev.karavel.api.catalog.Visibility;
import dev.karavel.api.event.Topics;
import dev.karavel.api.report.ReportLog;
import dev.karavel.api.report.ReportLogs;
import dev.karavel.api.report.ReportState;
import dev.karavel.metadata.entity.ReportLogEntity;
import dev.karavel.metadata.list.ListColumns;
import dev.karavel.metadata.list.Where;
import dev.karavel.metadata.store.Transactions;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.event.EventAdmin;

@Component
public final class StoredReportLogs extends StoredRepository<ReportLogEntity, ReportLog> implements ReportLogs {
    private static final Kind<ReportLogEntity> KIND = new Kind<>(
            ReportLogEntity.class,
            "Run",
            "report_execution_log",
            Topics.REPORT_LOG_CHANGED,
            "",
            new ListColumns("runs", "start_dttm", true)
                    .text("state", "e.state")
                    .text("error_message", "e.message")
                    .number("value", "e.value")
                    .one("report_schedule", "e.scheduleId")
                    .time("scheduled_dttm", "e.scheduled")
                    .time("start_dttm", "e.started")
                    .time("end_dttm", "e.ended"));

    @Activate
    public StoredReportLogs(@Reference Transactions transactions, @Reference EventAdmin events) {
        super(KIND, transactions, events);
    }

    @Override
    ReportLogEntity fresh() {
        return new ReportLogEntity();
    }

    /** Who may see a schedule sees all its runs: the caller looks. */
    @Override
    void limit(Visibility.Limited visibility, Where where) {
        where.and("1 = 0");
    }

    @Override
    public Optional<ReportLog> lastBefore(long scheduleId, Instant moment, Collection<ReportState> states) {
        List<String> words = states.stream().map(ReportState::word).toList();
        return transactions().read(entities -> entities
                .createQuery(
                        "select e from ReportLogEntity e where e.scheduleId = :schedule and e.started < :moment"
                                + " and e.state in :states order by e.started desc, e.id desc",
                        ReportLogEntity.class)
                .setParameter("schedule", scheduleId)
                .setParameter("moment", ReportLogEntity.moment(moment))
                .setParameter("states", words)
                .setMaxResults(1)
                .getResultList()
                .stream()
                .findFirst()
                .map(ReportLogEntity::read));
    }

    @Override
    public int giveUp(long scheduleId, Instant before, Instant now, String why) {
        List<ReportLog> stuck = findAll(
                "e.scheduleId = ?1 and e.state = ?2 and e.started < ?3",
                scheduleId,
                ReportState.WORKING.word(),
                ReportLogEntity.moment(before));
        stuck.forEach(run -> save(run.ended(now, ReportState.ERROR, why)));
        return stuck.size();
    }

    @Override
    public int forgetBefore(long scheduleId, Instant moment) {
        return transactions().write(entities -> entities.createQuery(
                        "delete from ReportLogEntity e where e.scheduleId = ?1 and e.scheduled < ?2 and e.state <> ?3")
                .setParameter(1, scheduleId)
                .setParameter(2, ReportLogEntity.moment(moment))
                .setParameter(3, ReportState.WORKING.word())
                .executeUpdate());
    }
}
