package dev.karavel.render;

import dev.karavel.api.error.KaravelException;
import java.util.Locale;

/** What a picture says in place of a chart. */
record State(String title, String text, boolean failed) {
    static State of(KaravelException e, String locale) {
        boolean german = german(locale);
        return switch (e.code()) {
            case PLUGIN_MISSING ->
                new State(
                        german ? "Diese Diagrammart ist nicht installiert" : "This type of chart is not installed",
                        e.getMessage(),
                        false);
            case FORBIDDEN, NOT_FOUND, UNAUTHENTICATED ->
                new State(german ? "Kein Zugriff auf diese Daten" : "No access to these data", e.getMessage(), false);
            default ->
                new State(
                        german ? "Die Daten dieses Diagramms fehlen" : "The data of this chart are missing",
                        e.getMessage(),
                        true);
        };
    }

    static State missing(String vizType, String locale) {
        return german(locale)
                ? new State(
                        "„" + vizType + "“ ist nicht installiert",
                        "Das Diagramm kommt mit seinem Plugin zurück.",
                        false)
                : new State("“" + vizType + "” is not installed", "The chart comes back with its plugin.", false);
    }

    static State scriptFailed(String chartTitle, String plugin, String detail, String locale) {
        return german(locale)
                ? new State("Das Plugin für „" + chartTitle + "“ ist gescheitert", plugin + ": " + detail, true)
                : new State("The plugin for “" + chartTitle + "” failed", plugin + ": " + detail, true);
    }

    static State browserFailed(String detail, String locale) {
        return german(locale)
                ? new State("Der Browser konnte dieses Diagramm nicht zeichnen", detail, true)
                : new State("The browser could not draw this chart", detail, true);
    }

    private static boolean german(String locale) {
        return locale.toLowerCase(Locale.ROOT).startsWith("de");
    }
}
