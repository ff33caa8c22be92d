package dev.karavel.web.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.karavel.api.catalog.Chart;
import dev.karavel.api.catalog.Charts;
import dev.karavel.api.catalog.Dashboard;
import dev.karavel.api.catalog.Dashboards;
import dev.karavel.api.catalog.Database;
import dev.karavel.api.catalog.Databases;
import dev.karavel.api.catalog.Users;
import dev.karavel.api.report.ReportSchedule;
import dev.karavel.api.report.ReportSchedule.Alarm;
import dev.karavel.api.report.ReportSchedule.Delivery;
import dev.karavel.api.report.ReportSchedule.Recipient;
import dev.karavel.api.report.ReportSchedule.Timing;
import dev.karavel.api.report.Reports;
import dev.karavel.api.schedule.Crontabs;
import dev.karavel.web.json.Json;
import dev.karavel.web.list.People;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Alerts and reports as Superset shows them. */
@Component(service = ReportRows.class)
public final class ReportRows {
    private final Charts charts;
    private final Dashboards dashboards;
    private final Databases databases;
    private final Users users;
    private final Reports reports;
    private final Crontabs crontabs;

    @Activate
    public ReportRows(
            @Reference Charts charts,
            @Reference Dashboards dashboards,
            @Reference Databases databases,
            @Reference Users users,
            @Reference Reports reports,
            @Reference Crontabs crontabs) {
        this.charts = charts;
        this.dashboards = dashboards;
        this.databases = databases;
        this.users = users;
        this.reports = reports;
        this.crontabs = crontabs;
    }

    List<Map<String, Object>> rows(Collection<ReportSchedule> schedules, Locale locale) {
        Instant now = Instant.now();
        Things things = new Things(
                schedules.stream()
                        .flatMap(schedule -> schedule.chartId().stream().boxed())
                        .collect(Collectors.collectingAndThen(
                                Collectors.toSet(), ids -> byId(charts.find(ids), Chart::id))),
                schedules.stream()
                        .flatMap(schedule -> schedule.dashboardId().stream().boxed())
                        .collect(Collectors.collectingAndThen(
                                Collectors.toSet(), ids -> byId(dashboards.find(ids), Dashboard::id))),
                schedules.stream()
                        .flatMap(schedule -> schedule.alarm().stream().map(Alarm::databaseId))
                        .collect(Collectors.collectingAndThen(
                                Collectors.toSet(), ids -> byId(databases.find(ids), Database::id))),
                new People(
                        users,
                        schedules.stream().map(ReportSchedule::stamp).toList(),
                        schedules.stream().map(ReportSchedule::owners).toList(),
                        now));
        return schedules.stream()
                .map(schedule -> row(schedule, things, locale, now))
                .toList();
    }

    private record Things(
            Map<Long, Chart> charts, Map<Long, Dashboard> dashboards, Map<Long, Database> databases, People people) {}

    private static <T> Map<Long, T> byId(List<T> things, Function<T, Long> id) {
        return things.stream().collect(Collectors.toMap(id, Function.identity()));
    }

    private Map<String, Object> row(ReportSchedule schedule, Things things, Locale locale, Instant now) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("id", schedule.id());
        row.put("uuid", schedule.uuid().toString());
        row.put("version", schedule.version());
        row.put("type", schedule.kind().word());
        row.put("name", schedule.name());
        row.put("description", schedule.description());
        row.put("active", schedule.active());
        row.put("creation_method", schedule.creationMethod());
        putTiming(row, schedule.timing(), schedule.active(), locale, now);
        putThings(row, schedule, things);
        putAlarm(row, schedule.alarm());
        putDelivery(row, schedule.delivery());
        row.put(
                "recipients",
                schedule.recipients().stream().map(this::recipient).toList());
        row.put("last_state", schedule.progress().state().word());
        row.put(
                "last_eval_dttm",
                schedule.progress().lastRun().map(Instant::toString).orElse(null));
        row.put("last_value", number(schedule.progress().value()));
        row.put("last_value_row_json", blankToNull(schedule.progress().row()));
        row.put("owners", things.people().owners(schedule.owners()));
        things.people().put(row, schedule.stamp());
        row.put("created_on", schedule.stamp().createdOn().toString());
        return row;
    }

    private void putTiming(Map<String, Object> row, Timing timing, boolean active, Locale locale, Instant now) {
        row.put("crontab", timing.crontab());
        row.put("crontab_humanized", crontabs.describe(timing.crontab(), locale));
        row.put("timezone", timing.zone().getId());
        row.put(
                "next_run",
                active
                        ? crontabs.next(timing.crontab(), timing.zone(), now)
                                .map(Instant::toString)
                                .orElse(null)
                        : null);
        row.put("grace_period", timing.grace().toSeconds());
        row.put("working_timeout", timing.workingTimeout().toSeconds());
        row.put("log_retention", timing.logDays());
        row.put("missed_runs", timing.missed().name().toLowerCase(Locale.ROOT));
    }

    private static void putThings(Map<String, Object> row, ReportSchedule schedule, Things things) {
        Long chart = schedule.chartId().stream().boxed().findFirst().orElse(null);
        Long dashboard = schedule.dashboardId().stream().boxed().findFirst().orElse(null);
        row.put("chart_id", chart);
        row.put("dashboard_id", dashboard);
        Chart known = chart == null ? null : things.charts().get(chart);
        row.put(
                "chart",
                known == null
                        ? null
                        : Map.of("id", known.id(), "slice_name", known.name(), "viz_type", known.vizType()));
        Dashboard board = dashboard == null ? null : things.dashboards().get(dashboard);
        row.put("dashboard", board == null ? null : Map.of("id", board.id(), "dashboard_title", board.title()));
        Database database = schedule.alarm()
                .map(Alarm::databaseId)
                .map(things.databases()::get)
                .filter(Objects::nonNull)
                .orElse(null);
        row.put("database", database == null ? null : Map.of("id", database.id(), "database_name", database.name()));
    }

    private static void putAlarm(Map<String, Object> row, Optional<Alarm> alarm) {
        row.put("sql", alarm.map(Alarm::sql).orElse(""));
        row.put(
                "validator_type",
                alarm.map(set -> set.operator().isPresent() ? "operator" : "not null")
                        .orElse(null));
        Map<String, Object> config = new LinkedHashMap<>();
        alarm.flatMap(Alarm::operator).ifPresent(operator -> config.put("op", operator));
        alarm.map(Alarm::threshold)
                .filter(OptionalDouble::isPresent)
                .ifPresent(threshold -> config.put("threshold", number(threshold)));
        row.put("validator_config_json", Json.text(config));
        row.put("notify_on_recovery", alarm.map(Alarm::tellsRecovery).orElse(false));
    }

    private static void putDelivery(Map<String, Object> row, Delivery delivery) {
        row.put("report_format", delivery.format().name());
        row.put("email_subject", blankToNull(delivery.subject()));
        row.put("context_markdown", blankToNull(delivery.words()));
        row.put("force_screenshot", delivery.forcePicture());
        row.put("custom_width", delivery.width().isPresent() ? delivery.width().getAsInt() : null);
        row.put("extra", object(delivery.extra()));
    }

    private Map<String, Object> recipient(Recipient recipient) {
        Recipient shown = reports.shown(recipient);
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("type", shown.channel());
        row.put("recipient_config_json", Json.text(shown.settings()));
        return row;
    }

    /** Whole ones without a fraction, as people wrote them. */
    static Object number(OptionalDouble value) {
        if (value.isEmpty()) {
            return null;
        }
        double number = value.getAsDouble();
        return number == Math.rint(number) && Math.abs(number) < 1e15 ? (Object) (long) number : (Object) number;
    }

    static String blankToNull(String text) {
        return text.isEmpty() ? null : text;
    }

    private static JsonNode object(String text) {
        try {
            return text.isEmpty() ? Json.mapper().createObjectNode() : Json.read(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Is checked before it is stored", e);
        }
    }
}
