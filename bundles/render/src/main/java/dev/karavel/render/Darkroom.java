package dev.karavel.render;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.karavel.api.render.Look;
import dev.karavel.api.security.Principal;
import dev.karavel.api.security.Tokens;
import dev.karavel.render.browser.Browser;
import dev.karavel.render.browser.BrowserFailure;
import dev.karavel.render.browser.Photograph;
import dev.karavel.render.browser.Photograph.Place;
import dev.karavel.render.browser.Sitting;
import dev.karavel.render.paint.Painting;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Has charts drawn by the page itself, in a browser, where there is one. */
final class Darkroom {
    private final Optional<Browser> browser;
    private final Tokens tokens;
    private final String fonts;
    private final boolean preferred;

    /** @param fonts widths of letters, JSON, as the drawing script wants them */
    Darkroom(Optional<Browser> browser, Tokens tokens, String fonts, boolean preferred) {
        this.browser = browser;
        this.tokens = tokens;
        this.fonts = fonts;
        this.preferred = preferred;
    }

    /** Whoever is not signed in has no proof to give to a browser. */
    boolean opensTo(Principal principal) {
        return browser.isPresent() && !principal.anonymous();
    }

    /** Whether all shall be drawn here. */
    boolean preferred() {
        return preferred;
    }

    Painting chart(Wish wish, Look look, Principal principal) throws BrowserFailure {
        String job = job(look, "", "[" + placed(0, "", wish.json(look)) + "]");
        return painting(photograph(job, look, look.height(), principal));
    }

    /** @param plan what the dashboard is laid out by */
    Painting dashboard(String plan, Map<Long, Wish> wishes, Look look, Principal principal) throws BrowserFailure {
        StringBuilder charts = new StringBuilder();
        wishes.forEach((id, wish) ->
                charts.append(charts.isEmpty() ? "[" : ",").append(placed(id, "", wish.json(look, 0, 0, false))));
        String job = job(
                look,
                ",\"plan\":" + plan,
                charts.isEmpty() ? "[]" : charts.append(']').toString());
        return painting(photograph(job, look, look.height(), principal));
    }

    /** Some charts of a dashboard, where its plan puts them. */
    Map<Long, Painting.Photo> parts(JsonNode plan, Map<Long, Wish> wishes, Look look, Principal principal)
            throws BrowserFailure {
        StringBuilder charts = new StringBuilder();
        for (JsonNode place : plan.path("charts")) {
            Wish wish = wishes.get(place.path("id").asLong());
            if (wish != null) {
                String at = "\"x\":" + place.path("x") + ",\"y\":" + place.path("y") + ",";
                String json = wish.json(
                        look,
                        place.path("width").asDouble(),
                        place.path("height").asDouble(),
                        false);
                charts.append(charts.isEmpty() ? "[" : ",")
                        .append(placed(place.path("id").asLong(), at, json));
            }
        }
        Map<Long, Painting.Photo> photos = new HashMap<>();
        if (!charts.isEmpty()) {
            String job = job(look, ",\"parts\":true", charts.append(']').toString());
            for (Place one : photograph(job, look, plan.path("height").asInt(), principal)
                    .places()) {
                photos.put(Long.valueOf(one.name()), photo(one));
            }
        }
        return photos;
    }

    private Photograph photograph(String job, Look look, int height, Principal principal) throws BrowserFailure {
        String token = tokens.issue(Tokens.Kind.PICTURE, principal);
        return browser.orElseThrow(() -> new BrowserFailure("No browser is set"))
                .photograph(new Sitting(job, token, look.width(), height, look.scale(), look.dark()));
    }

    private String job(Look look, String more, String charts) {
        ObjectNode head = Plugins.JSON
                .createObjectNode()
                .put("width", look.width())
                .put("height", look.height())
                .put("mode", look.dark() ? "dark" : "light")
                .put("locale", look.locale());
        String json = head.toString();
        return json.substring(0, json.length() - 1) + more + ",\"fonts\":" + fonts + ",\"charts\":" + charts + "}";
    }

    private static String placed(long id, String at, String json) {
        return "{\"id\":" + id + "," + at + json.substring(1);
    }

    private static Painting painting(Photograph photograph) {
        List<Painting.Layer> layers = photograph.places().stream()
                .<Painting.Layer>map(Darkroom::photo)
                .toList();
        return new Painting(photograph.width(), photograph.height(), layers);
    }

    private static Painting.Photo photo(Place place) {
        return new Painting.Photo(place.x(), place.y(), place.width(), place.height(), place.png());
    }
}
