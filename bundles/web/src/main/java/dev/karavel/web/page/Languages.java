package dev.karavel.web.page;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** In which language a page speaks: as its reader chose, else as the browser asks. */
public final class Languages {
    public static final List<String> KNOWN = List.of("en", "de", "fr", "es", "zh", "ar");

    private static final Pattern TAG = Pattern.compile("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,2}");

    private Languages() {}

    /** A locale such as de-AT whose language there are messages in. */
    static String locale(Map<String, String> preferences, String acceptLanguage) {
        List<String> asked = asked(acceptLanguage);
        Optional<String> chosen = Optional.ofNullable(preferences.get("language"));
        if (chosen.isPresent()) {
            return asked.stream()
                    .filter(tag -> language(tag).equals(chosen.get()))
                    .findFirst()
                    .orElse(chosen.get());
        }
        return asked.stream()
                .filter(tag -> KNOWN.contains(language(tag)))
                .findFirst()
                .orElse("en");
    }

    static String language(String locale) {
        return locale.split("-")[0].toLowerCase(Locale.ROOT);
    }

    /** Best first. */
    private static List<String> asked(String acceptLanguage) {
        if (acceptLanguage == null || acceptLanguage.length() > 500) {
            return List.of();
        }
        try {
            return Locale.LanguageRange.parse(acceptLanguage).stream()
                    .map(Locale.LanguageRange::getRange)
                    .filter(tag -> TAG.matcher(tag).matches())
                    .map(tag -> Locale.forLanguageTag(tag).toLanguageTag())
                    .toList();
        } catch (IllegalArgumentException e) {
            return List.of();
        }
    }
}
