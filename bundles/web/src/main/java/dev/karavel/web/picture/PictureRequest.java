package dev.karavel.web.picture;

import dev.karavel.api.error.KaravelException;
import dev.karavel.api.render.DashboardPart;
import dev.karavel.api.render.Look;
import dev.karavel.api.render.Picture;
import dev.karavel.api.render.PictureFormat;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Supplier;

/** How a picture shall look, as the address says. */
public final class PictureRequest {
    /** What a kind of picture is when the address says nothing. */
    record Usual(int width, int height, double scale, boolean card, boolean titled) {}

    private static final String CURRENT = "current";

    static final Usual CHART_THUMBNAIL = new Usual(640, 304, 1, true, false);
    static final Usual CHART = new Usual(800, 500, 2, true, true);
    static final Usual DASHBOARD_THUMBNAIL = new Usual(1280, 800, 0.5, false, false);
    static final Usual DASHBOARD = new Usual(1280, 800, 1.5, false, true);

    @PathParam("digest")
    String digest;

    @HeaderParam(HttpHeaders.IF_NONE_MATCH)
    String known;

    @Context
    UriInfo uri;

    /** Key of filters and tabs a picture was made ahead with. */
    @QueryParam("state")
    String state;

    /** Key of the filters as the page has it in its address. */
    @QueryParam("native_filters_key")
    String nativeFiltersKey;

    @QueryParam("width")
    String width;

    @QueryParam("height")
    String height;

    @QueryParam("scale")
    String scale;

    @QueryParam("theme")
    String theme;

    @QueryParam("locale")
    String locale;

    @QueryParam("format")
    String format;

    /** Superset's name of the same. */
    @QueryParam("download_format")
    String downloadFormat;

    @QueryParam("title")
    String title;

    /** Ids of tabs, comma-separated, or {@code all}. */
    @QueryParam("tabs")
    String tabs;

    @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE)
    String languages;

    Look look(Usual usual) {
        return new Look(
                whole("width", width, usual.width()),
                whole("height", height, usual.height()),
                number("scale", scale, usual.scale()),
                dark(theme),
                language(locale, languages),
                format(format != null ? format : downloadFormat),
                usual.card(),
                title == null ? usual.titled() : flag("title", title));
    }

    /** The picture, or where it is now: any digest but the right one leads there, current to the latest. */
    Response answer(String right, Usual usual, Function<Look, Picture> renderer) {
        if (!digest.equals(CURRENT) && !digest.equals(right)) {
            return PictureBytes.moved(uri, digest, right);
        }
        return PictureBytes.respond(renderer.apply(look(usual)), known, digest.equals(right));
    }

    DashboardPart part() {
        if (tabs == null || tabs.isBlank()) {
            return DashboardPart.asOpened();
        }
        boolean all = tabs.equals("all");
        List<String> ids = all
                ? List.of()
                : Arrays.stream(tabs.split(",")).map(String::strip).toList();
        return new DashboardPart(ids, all);
    }

    static boolean dark(String theme) {
        return switch (theme == null ? "light" : theme) {
            case "light" -> false;
            case "dark" -> true;
            default -> throw KaravelException.invalid("theme", "theme is light or dark");
        };
    }

    static PictureFormat format(String word) {
        return word == null
                ? PictureFormat.PNG
                : PictureFormat.of(word)
                        .orElseThrow(
                                () -> KaravelException.invalid("format", "format is one of " + PictureFormat.words()));
    }

    static String language(String locale, String accepted) {
        String wanted = locale != null ? locale : accepted == null ? "" : accepted.split("[,;]")[0].strip();
        return wanted.matches("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")
                ? Locale.forLanguageTag(wanted).getLanguage()
                : "en";
    }

    private static boolean flag(String field, String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw KaravelException.invalid(field, field + " is true or false");
        };
    }

    private static int whole(String field, String text, int usual) {
        return text == null ? usual : read(field + " is a whole number", field, () -> Integer.valueOf(text));
    }

    private static double number(String field, String text, double usual) {
        return text == null ? usual : read(field + " is a number", field, () -> Double.valueOf(text));
    }

    private static <T> T read(String right, String field, Supplier<T> value) {
        try {
            return value.get();
        } catch (NumberFormatException e) {
            throw KaravelException.invalid(field, right);
        }
    }
}
