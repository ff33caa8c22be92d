package dev.karavel.exchange.file;

import dev.karavel.api.catalog.Theme;
import dev.karavel.exchange.yaml.JsonText;
import java.util.LinkedHashMap;
import java.util.Map;

/** A theme as a file. */
public final class ThemeFile {
    private ThemeFile() {}

    public static Map<String, Object> of(Theme theme) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("theme_name", theme.name());
        fields.put("json_data", JsonText.object(theme.json()));
        fields.put("uuid", theme.uuid().toString());
        fields.put("version", "1.0.0");
        return fields;
    }
}
