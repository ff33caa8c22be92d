package dev.karavel.web.task;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.karavel.api.catalog.Charts;
import dev.karavel.api.catalog.Dashboards;
import dev.karavel.api.query.ChartTasks;
import dev.karavel.api.report.ReportSchedule;
import dev.karavel.api.report.ReportSchedules;
import dev.karavel.api.sqllab.LabQueries;
import dev.karavel.api.task.Task;
import dev.karavel.web.json.Json;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What tasks are about, with the page it stands on; nothing where it is gone, or where a task is about nothing of these. */
@Component(service = TaskThings.class)
public final class TaskThings {
    private static final Pattern KEY = Pattern.compile("(?:.*/)?(chart|dashboard|report)/(\\d{1,18})(?:[@/].*)?");
    private static final String RUN = "sqllab.run";
    private static final String CHART = "chart";

    /** @param type chart, dashboard, report or query */
    record Subject(String type, long id) {}

    private final Charts charts;
    private final Dashboards dashboards;
    private final ReportSchedules reports;
    private final LabQueries queries;

    @Activate
    public TaskThings(
            @Reference Charts charts,
            @Reference Dashboards dashboards,
            @Reference ReportSchedules reports,
            @Reference LabQueries queries) {
        this.charts = charts;
        this.dashboards = dashboards;
        this.reports = reports;
        this.queries = queries;
    }

    /** By the ids of the tasks; each kind of thing is asked for once. */
    Map<UUID, Map<String, Object>> of(List<Task> tasks) {
        Map<UUID, Subject> wanted = new HashMap<>();
        tasks.forEach(task -> reference(task).ifPresent(thing -> wanted.put(task.id(), thing)));
        Map<Subject, Map<String, Object>> found = new HashMap<>();
        charts.find(ids(CHART, wanted))
                .forEach(chart -> put(found, CHART, chart.id(), chart.name(), "/explore/?slice_id=" + chart.id()));
        dashboards
                .find(ids("dashboard", wanted))
                .forEach(one -> put(found, "dashboard", one.id(), one.title(), "/dashboard/" + one.id() + "/"));
        reports.find(ids("report", wanted)).forEach(one -> {
            String page = one.kind() == ReportSchedule.Kind.ALERT ? "/alert/" : "/report/";
            put(found, "report", one.id(), one.name(), page + one.id());
        });
        queries.find(ids("query", wanted))
                .forEach(query ->
                        put(found, "query", query.id(), query.question().tab(), "/sqllab/history/"));
        Map<UUID, Map<String, Object>> things = new HashMap<>();
        wanted.forEach((task, thing) -> Optional.ofNullable(found.get(thing)).ifPresent(row -> things.put(task, row)));
        return things;
    }

    private static List<Long> ids(String type, Map<UUID, Subject> wanted) {
        return wanted.values().stream()
                .filter(thing -> thing.type().equals(type))
                .map(Subject::id)
                .distinct()
                .toList();
    }

    private static void put(Map<Subject, Map<String, Object>> found, String type, long id, String name, String path) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("type", type);
        row.put("id", id);
        row.put("name", name);
        row.put("path", path);
        found.put(new Subject(type, id), row);
    }

    static Optional<Subject> reference(Task task) {
        String kind = task.order().kind();
        String key = task.order().key();
        if (kind.equals(RUN)) {
            return key.matches("\\d{1,18}") ? Optional.of(new Subject("query", Long.parseLong(key))) : Optional.empty();
        }
        if (kind.equals(ChartTasks.KIND)) {
            return chart(task.order().payload()).map(id -> new Subject(CHART, id));
        }
        Matcher matcher = KEY.matcher(key);
        return matcher.matches()
                ? Optional.of(new Subject(matcher.group(1), Long.parseLong(matcher.group(2))))
                : Optional.empty();
    }

    private static Optional<Long> chart(String payload) {
        try {
            return Optional.of(Json.read(payload).path(CHART).asLong()).filter(id -> id > 0);
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }
}
