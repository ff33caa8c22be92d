package dev.karavel.web.server;

import dev.karavel.api.report.ReportLog;
import dev.karavel.api.report.ReportLogs;
import dev.karavel.api.report.ReportSchedule;
import dev.karavel.api.report.ReportSchedules;
import dev.karavel.api.report.ReportState;
import dev.karavel.api.security.AccessControl;
import dev.karavel.web.account.Journal;
import dev.karavel.web.report.DraftTrialResource;
import dev.karavel.web.report.ReportChoicesResource;
import dev.karavel.web.report.ReportCrontabResource;
import dev.karavel.web.report.ReportDraft;
import dev.karavel.web.report.ReportFinder;
import dev.karavel.web.report.ReportLogResource;
import dev.karavel.web.report.ReportResource;
import dev.karavel.web.report.ReportRows;
import dev.karavel.web.report.ReportRunResource;
import dev.karavel.web.report.ReportTrialResource;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The routes of alerts and reports over memory: who may what is real, nothing is sent. */
final class ReportShelves {
    final Logs logs = new Logs();
    final Schedules schedules = new Schedules();
    private final FakeReports reports = new FakeReports();
    private final FakeCrontabs crontabs = new FakeCrontabs();

    Object[] resources(Shelves shelves, AccessControl access, Journal journal) {
        ReportFinder finder = new ReportFinder(schedules, access);
        ReportRows rows =
                new ReportRows(shelves.charts, shelves.dashboards, shelves.databases, shelves.users, reports, crontabs);
        return new Object[] {
            new ReportResource(schedules, finder, rows, new ReportDraft(shelves.users), reports, access, journal),
            new ReportLogResource(logs, finder),
            new ReportRunResource(reports, finder, null, journal),
            new ReportTrialResource(reports, finder),
            new DraftTrialResource(reports, new FakeReportTrials(), new ReportDraft(shelves.users), journal),
            new ReportCrontabResource(crontabs),
            new ReportChoicesResource(
                    reports, shelves.charts, shelves.dashboards, shelves.users, new FakeSqlLab(), access)
        };
    }

    private static final class Schedules extends Shelf<ReportSchedule> implements ReportSchedules {
        @Override
        protected ReportSchedule numbered(ReportSchedule old, long id) {
            return new ReportSchedule(
                    id,
                    old.uuid(),
                    old.version() + 1,
                    old.kind(),
                    old.name(),
                    old.description(),
                    old.active(),
                    old.creationMethod(),
                    old.timing(),
                    old.chartId(),
                    old.dashboardId(),
                    old.alarm(),
                    old.delivery(),
                    old.recipients(),
                    old.owners(),
                    old.progress(),
                    old.stamp());
        }

        @Override
        public List<ReportSchedule> active() {
            return all();
        }

        @Override
        public boolean begin(long id, UUID run, Instant now) {
            return true;
        }

        @Override
        public void advance(long id, UUID run, ReportSchedule.Progress progress) {}

        @Override
        public Optional<UUID> working(long id) {
            return Optional.empty();
        }
    }

    static final class Logs extends Shelf<ReportLog> implements ReportLogs {
        @Override
        protected ReportLog numbered(ReportLog old, long id) {
            return new ReportLog(
                    id,
                    old.uuid(),
                    1,
                    old.scheduleId(),
                    old.scheduled(),
                    old.started(),
                    old.ended(),
                    old.state(),
                    old.value(),
                    old.row(),
                    old.message());
        }

        @Override
        public Optional<ReportLog> lastBefore(long scheduleId, Instant moment, Collection<ReportState> states) {
            return Optional.empty();
        }

        @Override
        public int giveUp(long scheduleId, Instant before, Instant now, String why) {
            return 0;
        }

        @Override
        public int forgetBefore(long scheduleId, Instant moment) {
            return 0;
        }
    }
}
