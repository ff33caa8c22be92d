package dev.karavel.web.theme;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.karavel.api.catalog.Stamp;
import dev.karavel.api.catalog.Theme;
import dev.karavel.api.catalog.ThemeColors;
import dev.karavel.api.catalog.Users;
import dev.karavel.api.error.KaravelException;
import dev.karavel.api.security.Principal;
import dev.karavel.web.json.Fields;
import dev.karavel.web.json.Json;
import dev.karavel.web.list.People;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Themes as routes show and read them. */
@Component(service = ThemeRows.class)
public final class ThemeRows {
    private final Users users;

    @Activate
    public ThemeRows(@Reference Users users) {
        this.users = users;
    }

    List<Map<String, Object>> list(List<Theme> themes) {
        People people = new People(users, themes.stream().map(Theme::stamp).toList(), List.of(), Instant.now());
        return themes.stream()
                .map(theme -> {
                    Map<String, Object> row = row(theme);
                    people.put(row, theme.stamp());
                    return row;
                })
                .toList();
    }

    public static Map<String, Object> row(Theme theme) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("id", theme.id());
        row.put("uuid", theme.uuid().toString());
        row.put("version", theme.version());
        row.put("theme_name", theme.name());
        row.put("json_data", theme.json());
        row.put("is_system", theme.system());
        // ours are chosen by configuration
        row.put("is_system_default", false);
        row.put("is_system_dark", false);
        return row;
    }

    static Theme made(Fields fields, Principal principal) {
        fields.requiredText("theme_name");
        return changed(new Theme(0, null, 0, "", "{}", false, Stamp.none()), fields, principal);
    }

    static Theme changed(Theme old, Fields fields, Principal principal) {
        return new Theme(
                old.id(),
                old.uuid(),
                old.version(),
                fields.has("theme_name") ? fields.requiredText("theme_name") : old.name(),
                colors(fields.jsonText("json_data", old.json())),
                old.system(),
                old.stamp().by(principal.userId()));
    }

    /** As it was sent, once it is understood. */
    private static String colors(String json) {
        try {
            ThemeColors.of(Fields.plain(Json.read(json)));
            return json;
        } catch (JsonProcessingException e) {
            throw KaravelException.invalid("json_data", "json_data is no JSON object");
        }
    }
}
