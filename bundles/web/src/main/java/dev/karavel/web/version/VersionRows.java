package dev.karavel.web.version;

import dev.karavel.api.catalog.SavedVersion;
import dev.karavel.api.catalog.Stored;
import dev.karavel.api.catalog.ThingKind;
import dev.karavel.api.catalog.User;
import dev.karavel.api.catalog.Users;
import dev.karavel.api.catalog.Versions;
import dev.karavel.api.error.KaravelException;
import dev.karavel.web.list.People;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The history of a thing as routes show it. */
@Component(service = VersionRows.class)
public final class VersionRows {
    /** What the fields are called where they are written. */
    private static final Map<ThingKind, Map<String, String>> NAMES = Map.of(
            ThingKind.DASHBOARD,
            Map.of("title", "dashboard_title", "position", "position_json", "metadata", "json_metadata"),
            ThingKind.CHART,
            Map.of("name", "slice_name", "datasetId", "datasource_id"),
            ThingKind.DATASET,
            Map.of("databaseId", "database", "mainTimeColumn", "main_dttm_col"));

    private final Versions versions;
    private final Users users;

    @Activate
    public VersionRows(@Reference Versions versions, @Reference Users users) {
        this.versions = versions;
        this.users = users;
    }

    Map<String, Object> list(ThingKind kind, long id) {
        List<SavedVersion> saved = versions.of(kind, id);
        List<Long> ids = saved.stream()
                .flatMap(version -> version.savedBy().stream())
                .distinct()
                .toList();
        Map<Long, User> people = users.find(ids).stream().collect(Collectors.toMap(User::id, user -> user));
        List<Map<String, Object>> rows =
                saved.stream().map(version -> row(kind, version, people)).toList();
        return Map.of("count", rows.size(), "result", rows);
    }

    <T extends Stored> T find(ThingKind kind, Class<T> type, long id, int number) {
        return versions.find(kind, type, id, number).orElseThrow(() -> KaravelException.notFound("Version", number));
    }

    private static Map<String, Object> row(ThingKind kind, SavedVersion version, Map<Long, User> people) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("version", version.number());
        row.put("saved_on", version.savedOn().toString());
        row.put(
                "saved_by",
                Optional.of(version)
                        .flatMap(SavedVersion::savedBy)
                        .map(people::get)
                        .filter(Objects::nonNull)
                        .map(People::named)
                        .orElse(null));
        Map<String, Integer> changes = new TreeMap<>();
        version.changes().forEach((field, count) -> changes.put(name(kind, field), count));
        row.put("changes", changes);
        return row;
    }

    private static String name(ThingKind kind, String field) {
        return NAMES.get(kind)
                .getOrDefault(field, field.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT));
    }
}
