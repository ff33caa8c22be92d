package dev.karavel.web.sqllab;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.karavel.api.catalog.Database;
import dev.karavel.api.catalog.Databases;
import dev.karavel.api.catalog.User;
import dev.karavel.api.catalog.Users;
import dev.karavel.api.sqllab.LabQuery;
import dev.karavel.api.sqllab.LabQuery.Course;
import dev.karavel.api.sqllab.LabQuery.Making;
import dev.karavel.api.sqllab.LabQuery.Question;
import dev.karavel.web.json.Json;
import dev.karavel.web.list.People;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Runs as Superset shows them: one way to the editor, another in lists. */
@Component(service = LabQueryRows.class)
public final class LabQueryRows {
    private final Databases databases;
    private final Users users;

    private record Names(Map<Long, Database> databases, Map<Long, User> users) {}

    @Activate
    public LabQueryRows(@Reference Databases databases, @Reference Users users) {
        this.databases = databases;
        this.users = users;
    }

    Map<String, Object> editor(LabQuery query) {
        return editor(List.of(query)).get(0);
    }

    List<Map<String, Object>> editor(Collection<LabQuery> queries) {
        Names names = names(queries);
        return queries.stream().map(query -> editor(query, names)).toList();
    }

    List<Map<String, Object>> list(Collection<LabQuery> queries) {
        Names names = names(queries);
        return queries.stream().map(query -> row(query, names)).toList();
    }

    private Names names(Collection<LabQuery> queries) {
        Map<Long, Database> known = new HashMap<>();
        databases
                .find(queries.stream()
                        .map(query -> query.question().databaseId())
                        .collect(Collectors.toSet()))
                .forEach(database -> known.put(database.id(), database));
        Map<Long, User> people = new HashMap<>();
        users.find(queries.stream().map(query -> query.question().userId()).collect(Collectors.toSet()))
                .forEach(user -> people.put(user.id(), user));
        return new Names(known, people);
    }

    private static Map<String, Object> editor(LabQuery query, Names names) {
        Question question = query.question();
        Course course = query.course();
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("id", query.clientId());
        row.put("queryId", query.id());
        row.put("serverId", query.id());
        row.put("dbId", question.databaseId());
        row.put("db", name(question, names));
        row.put("catalog", question.catalog().orElse(null));
        row.put("schema", question.schema().orElse(null));
        row.put("sql", question.sql());
        row.put("executedSql", course.executedSql().orElse(null));
        row.put("state", state(course));
        row.put("progress", course.progress());
        row.put("rows", course.rows().orElse(null));
        row.put("limit", question.limit());
        row.put("limitingFactor", course.limiting().name());
        row.put("resultsKey", course.resultsKey().orElse(null));
        row.put("errorMessage", course.error().orElse(null));
        row.put("startDttm", milliseconds(course.started().or(() -> Optional.of(course.submitted()))));
        row.put("endDttm", milliseconds(course.ended()));
        row.put("changedOn", query.changedOn().toString());
        row.put("tab", question.tab());
        row.put("sqlEditorId", question.editorId());
        row.put("templateParams", question.templateParams().isEmpty() ? null : question.templateParams());
        row.put("userId", question.userId());
        row.put(
                "user",
                Optional.ofNullable(names.users.get(question.userId()))
                        .map(User::fullName)
                        .orElse(null));
        row.put("ctas", question.makes().isPresent());
        row.put(
                "ctas_method",
                question.makes().map(making -> making.target().name()).orElse(null));
        row.put("tempSchema", question.makes().flatMap(Making::schema).orElse(null));
        row.put("tempTable", question.makes().map(Making::name).orElse(null));
        row.put("trackingUrl", null);
        row.put("extra", extra(course.extra()));
        return row;
    }

    private static Map<String, Object> row(LabQuery query, Names names) {
        Question question = query.question();
        Course course = query.course();
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("id", query.id());
        row.put("client_id", query.clientId());
        row.put("changed_on", query.changedOn().toString());
        Map<String, Object> database = new LinkedHashMap<>();
        database.put("id", question.databaseId());
        database.put("database_name", name(question, names));
        row.put("database", database);
        row.put("catalog", question.catalog().orElse(null));
        row.put("schema", question.schema().orElse(null));
        row.put("sql", question.sql());
        row.put("executed_sql", course.executedSql().orElse(null));
        row.put("status", state(course));
        row.put("progress", course.progress());
        row.put("rows", course.rows().orElse(null));
        row.put("limit", question.limit());
        row.put("limiting_factor", course.limiting().name());
        row.put("start_time", milliseconds(Optional.of(course.submitted())));
        row.put("start_running_time", milliseconds(course.started()));
        row.put("end_time", milliseconds(course.ended()));
        row.put("tab_name", question.tab());
        row.put("sql_editor_id", question.editorId());
        row.put("results_key", course.resultsKey().orElse(null));
        row.put("error_message", course.error().orElse(null));
        row.put("select_as_cta", question.makes().isPresent());
        row.put("tmp_table_name", question.makes().map(Making::name).orElse(null));
        row.put("tmp_schema_name", question.makes().flatMap(Making::schema).orElse(null));
        row.put("tracking_url", null);
        row.put(
                "user",
                Optional.ofNullable(names.users.get(question.userId()))
                        .map(People::named)
                        .orElse(null));
        return row;
    }

    private static String name(Question question, Names names) {
        return Optional.ofNullable(names.databases.get(question.databaseId()))
                .map(Database::name)
                .orElse("");
    }

    private static String state(Course course) {
        return course.state().name().toLowerCase(Locale.ROOT);
    }

    private static Long milliseconds(Optional<Instant> moment) {
        return moment.map(Instant::toEpochMilli).orElse(null);
    }

    /** Everything a page looks for is there, even before anything is known. */
    private static Map<String, Object> extra(String json) {
        Map<String, Object> extra = new LinkedHashMap<>();
        extra.put("errors", List.of());
        extra.put("progress", null);
        extra.put("columns", List.of());
        extra.put("statement", 0);
        extra.put("statements", 0);
        extra.put("messages", List.of());
        try {
            extra.putAll(Json.mapper().readValue(json.isBlank() ? "{}" : json, Json.OBJECT));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Written by this server", e);
        }
        return extra;
    }
}
