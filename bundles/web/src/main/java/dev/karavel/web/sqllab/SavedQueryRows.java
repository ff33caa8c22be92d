package dev.karavel.web.sqllab;

import dev.karavel.api.catalog.Database;
import dev.karavel.api.catalog.Databases;
import dev.karavel.api.catalog.Tag;
import dev.karavel.api.catalog.Tags;
import dev.karavel.api.catalog.ThingKind;
import dev.karavel.api.catalog.Users;
import dev.karavel.api.sqllab.SavedQuery;
import dev.karavel.web.list.Ago;
import dev.karavel.web.list.People;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Saved queries as Superset shows them. */
@Component(service = SavedQueryRows.class)
public final class SavedQueryRows {
    private final Databases databases;
    private final Users users;
    private final Tags tags;

    @Activate
    public SavedQueryRows(@Reference Databases databases, @Reference Users users, @Reference Tags tags) {
        this.databases = databases;
        this.users = users;
        this.tags = tags;
    }

    List<Map<String, Object>> rows(Collection<SavedQuery> queries) {
        Map<Long, Database> known = new HashMap<>();
        databases
                .find(queries.stream().map(SavedQuery::databaseId).distinct().toList())
                .forEach(database -> known.put(database.id(), database));
        Map<Long, List<Tag>> marked = tags.on(
                ThingKind.SAVED_QUERY, queries.stream().map(SavedQuery::id).toList());
        Instant now = Instant.now();
        People people =
                new People(users, queries.stream().map(SavedQuery::stamp).toList(), List.of(), now);
        return queries.stream()
                .map(query -> row(query, known, marked.getOrDefault(query.id(), List.of()), people, now))
                .toList();
    }

    private static Map<String, Object> row(
            SavedQuery query, Map<Long, Database> databases, List<Tag> tags, People people, Instant now) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("id", query.id());
        row.put("uuid", query.uuid().toString());
        row.put("version", query.version());
        row.put("label", query.label());
        row.put("description", query.description());
        row.put("db_id", query.databaseId());
        Map<String, Object> database = new LinkedHashMap<>();
        database.put("id", query.databaseId());
        database.put(
                "database_name",
                Optional.ofNullable(databases.get(query.databaseId()))
                        .map(Database::name)
                        .orElse(""));
        row.put("database", database);
        row.put("catalog", query.catalog().orElse(null));
        row.put("schema", query.schema().orElse(null));
        row.put("sql", query.sql());
        row.put("template_parameters", query.templateParameters().isEmpty() ? null : query.templateParameters());
        row.put("extra_json", query.extra().isEmpty() ? "{}" : query.extra());
        row.put("sql_tables", List.of());
        row.put("rows", null);
        row.put(
                "tags",
                tags.stream()
                        .map(tag -> Map.of("id", tag.id(), "name", tag.name(), "type", 1))
                        .toList());
        row.put(
                "last_run_delta_humanized",
                query.lastRun().map(moment -> Ago.of(moment, now)).orElse(""));
        people.put(row, query.stamp());
        return row;
    }
}
