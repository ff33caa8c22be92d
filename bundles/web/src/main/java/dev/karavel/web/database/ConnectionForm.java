package dev.karavel.web.database;

import dev.karavel.api.sql.Warehouses;
import dev.karavel.spi.data.Setting;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A kind of database with its connection form: as JSON schema, which is Superset's way, and as fields to draw. */
final class ConnectionForm {
    private ConnectionForm() {}

    static Map<String, Object> of(Warehouses.Kind kind) {
        List<String> names = kind.settings().stream().map(Setting::name).toList();
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("name", kind.title());
        row.put("engine", kind.id());
        row.put("available_drivers", List.of(kind.id()));
        row.put("default_driver", kind.id());
        row.put("preferred", true);
        row.put("sqlalchemy_uri_placeholder", placeholder(kind.id(), names));
        row.put("parameters", schema(kind.settings()));
        row.put("settings", fields(kind.settings()));
        row.put(
                "engine_information",
                Map.of(
                        "supports_file_upload",
                        true,
                        "supports_dynamic_catalog",
                        false,
                        "disable_ssh_tunneling",
                        !names.contains("host") || !names.contains("port")));
        return row;
    }

    static List<Map<String, Object>> fields(List<Setting> settings) {
        return settings.stream().map(ConnectionForm::field).toList();
    }

    private static Map<String, Object> field(Setting setting) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("name", setting.name());
        row.put("title", setting.title());
        row.put("kind", setting.kind().name().toLowerCase(Locale.ROOT));
        row.put("required", setting.required());
        row.put("default", setting.fallback());
        row.put("help", setting.help());
        return row;
    }

    private static Map<String, Object> schema(List<Setting> settings) {
        Map<String, Object> properties = new LinkedHashMap<>();
        settings.forEach(setting -> properties.put(setting.name(), property(setting)));
        return Map.of(
                "type",
                "object",
                "properties",
                properties,
                "required",
                settings.stream().filter(Setting::required).map(Setting::name).toList());
    }

    private static Map<String, Object> property(Setting setting) {
        Map<String, Object> property = new LinkedHashMap<>();
        property.put("title", setting.title());
        switch (setting.kind()) {
            case NUMBER -> property.put("type", "integer");
            case SWITCH -> property.put("type", "boolean");
            case SECRET -> {
                property.put("type", "string");
                property.put("format", "password");
                property.put("x-encrypted-extra", false);
            }
            default -> property.put("type", "string");
        }
        if (!setting.help().isEmpty()) {
            property.put("description", setting.help());
        }
        if (!setting.fallback().isEmpty()) {
            property.put("default", fallback(setting));
        }
        return property;
    }

    private static Object fallback(Setting setting) {
        return switch (setting.kind()) {
            case NUMBER ->
                setting.fallback().matches("-?\\d{1,9}")
                        ? (Object) Integer.valueOf(setting.fallback())
                        : setting.fallback();
            case SWITCH -> Boolean.valueOf(setting.fallback());
            default -> setting.fallback();
        };
    }

    private static String placeholder(String id, List<String> names) {
        return names.contains("host")
                ? id + "://user:password@host:port/" + (names.contains("database") ? "database" : "")
                : id + ":///" + (names.contains("path") ? "file" : "database");
    }
}
