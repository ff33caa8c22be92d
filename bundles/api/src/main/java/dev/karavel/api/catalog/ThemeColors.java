package dev.karavel.api.catalog;

import dev.karavel.api.error.KaravelException;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What a theme says: a colour per token of the pages' style sheet, by day and by night. A token it does not name keeps the colour
 * it has.
 */
public record ThemeColors(Map<String, String> light, Map<String, String> dark) {
    /** Names of colours of the style sheet. */
    public static final Pattern TOKEN = Pattern.compile(
            "page|surface|raised|sunken|ink|ink-2|ink-3|hair|accent|accent-soft|accent-strong|on-accent|good|warn|bad|c[1-8]");

    /** A colour, in lower case. */
    public static final Pattern COLOR = Pattern.compile("#[0-9a-f]{6}");

    private static final String FIELD = "json_data";

    public ThemeColors {
        light = Map.copyOf(light);
        dark = Map.copyOf(dark);
    }

    /**
     * @param json an object of light and dark, each an object of colours by token
     * @throws KaravelException INVALID_REQUEST with the path of what is not understood as field
     */
    public static ThemeColors of(Map<String, ?> json) {
        for (String name : json.keySet()) {
            if (!name.equals("light") && !name.equals("dark")) {
                throw KaravelException.invalid(
                        FIELD + "." + name, FIELD + "." + name + " is not known; a theme has light and dark");
            }
        }
        return new ThemeColors(tones("light", json.get("light")), tones("dark", json.get("dark")));
    }

    private static Map<String, String> tones(String mode, Object sent) {
        Map<String, String> tones = new TreeMap<>();
        String place = FIELD + "." + mode;
        if (sent == null) {
            return tones;
        }
        if (!(sent instanceof Map<?, ?> map)) {
            throw KaravelException.invalid(place, place + " has to be an object of colours by token");
        }
        map.forEach((name, value) -> {
            String field = place + "." + name;
            if (!TOKEN.matcher(String.valueOf(name)).matches()) {
                throw KaravelException.invalid(
                        field,
                        field + " is no token; there are " + TOKEN.pattern().replace("|", ", "));
            }
            String color = String.valueOf(value).toLowerCase(Locale.ROOT);
            if (!COLOR.matcher(color).matches()) {
                throw KaravelException.invalid(field, field + " is no colour such as #0f6e84");
            }
            tones.put(String.valueOf(name), color);
        });
        return tones;
    }
}
