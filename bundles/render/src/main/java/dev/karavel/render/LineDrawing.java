package dev.karavel.render;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.karavel.api.render.Look;
import dev.karavel.render.paint.Painting;
import dev.karavel.render.v8.Isolate;
import dev.karavel.render.v8.Isolates;
import dev.karavel.render.v8.ScriptFailure;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has charts drawn in V8 and painted on the same thread: as few pictures are in memory at once as there are isolates. */
final class LineDrawing {
    private static final Logger LOG = LoggerFactory.getLogger(LineDrawing.class);
    /** A dashboard whose scripts fail one after the other is drawn anew without them; not for ever. */
    private static final int MOST_ATTEMPTS = 4;

    private final Isolates isolates;

    LineDrawing(Isolates isolates) {
        this.isolates = isolates;
    }

    <T> T chart(Wish wish, Look look, Function<Painting, T> paint) {
        try {
            return isolates.draw(
                    1,
                    isolate -> paint.apply(Painting.of(
                            look.width(), look.height(), svg(isolate.chart(wish.module(), wish.json(look)), wish))));
        } catch (ScriptFailure e) {
            return said(failed(wish, e, look), look, paint);
        }
    }

    private <T> T said(Wish wish, Look look, Function<Painting, T> paint) {
        try {
            return isolates.draw(
                    1,
                    isolate -> paint.apply(Painting.of(
                            look.width(), look.height(), svg(isolate.chart(Optional.empty(), wish.json(look)), wish))));
        } catch (ScriptFailure e) {
            throw new IllegalStateException("The drawing script fails by itself", e);
        }
    }

    /** Where a plan puts the charts. */
    JsonNode places(String plan) {
        try {
            return isolates.draw(1, isolate -> read(isolate.dashboard(plan)));
        } catch (ScriptFailure e) {
            throw new IllegalStateException("A dashboard cannot be laid out", e);
        }
    }

    /** @param photos of charts that are drawn already */
    <T> T dashboard(
            String plan,
            Map<Long, Wish> wishes,
            Map<Long, Painting.Photo> photos,
            Look look,
            Function<Painting, T> paint) {
        Map<Long, Wish> wanted = new HashMap<>(wishes);
        for (int attempt = 1; ; attempt++) {
            try {
                return isolates.draw(
                        1 + wanted.size(), isolate -> paint.apply(painting(isolate, plan, wanted, photos, look)));
            } catch (BrokenChart e) {
                if (attempt == MOST_ATTEMPTS) {
                    wanted.replaceAll((id, wish) -> failed(wish, e.failure, look));
                } else {
                    wanted.computeIfPresent(e.id, (id, wish) -> failed(wish, e.failure, look));
                }
            } catch (ScriptFailure e) {
                throw new IllegalStateException("A dashboard cannot be laid out", e);
            }
        }
    }

    private Painting painting(
            Isolate isolate, String plan, Map<Long, Wish> wishes, Map<Long, Painting.Photo> photos, Look look)
            throws ScriptFailure {
        JsonNode page = read(isolate.dashboard(plan));
        List<Painting.Layer> layers = new ArrayList<>();
        int width = page.path("width").asInt();
        int height = page.path("height").asInt();
        layers.add(new Painting.Drawn(0, 0, width, height, page.path("svg").asText()));
        for (JsonNode place : page.path("charts")) {
            long id = place.path("id").asLong();
            Wish wish = wishes.get(id);
            if (photos.containsKey(id)) {
                layers.add(photos.get(id));
            } else if (wish != null) {
                double wide = place.path("width").asDouble();
                double high = place.path("height").asDouble();
                String svg = svg(drawn(isolate, id, wish, wish.json(look, wide, high, layers.size() > 1)), wish);
                layers.add(new Painting.Drawn(
                        place.path("x").asDouble(), place.path("y").asDouble(), wide, high, svg));
            }
        }
        return new Painting(width, height, layers);
    }

    private static String drawn(Isolate isolate, long id, Wish wish, String json) throws ScriptFailure {
        try {
            return isolate.chart(wish.module(), json);
        } catch (ScriptFailure e) {
            throw new BrokenChart(id, e);
        }
    }

    private static Wish failed(Wish wish, ScriptFailure e, Look look) {
        String plugin = wish.visualization().path("plugin").asText();
        LOG.warn("Plugin {} failed to draw {}: {}", plugin, wish.name(), e.getMessage());
        String title = wish.visualization().path("title").asText();
        return wish.saying(State.scriptFailed(title, plugin, e.getMessage(), look.locale()));
    }

    private static String svg(String drawn, Wish wish) {
        JsonNode picture = read(drawn);
        if (picture.has("failure")) {
            LOG.warn(
                    "Plugin {} failed to draw {}: {}",
                    wish.visualization().path("plugin").asText(),
                    wish.name(),
                    picture.path("failure").asText());
        }
        return picture.path("svg").asText();
    }

    private static JsonNode read(String json) {
        try {
            return Plugins.JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The drawing script answers no JSON", e);
        }
    }

    /** Whose script it was. */
    private static final class BrokenChart extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final long id;
        private final transient ScriptFailure failure;

        BrokenChart(long id, ScriptFailure failure) {
            super(failure);
            this.id = id;
            this.failure = failure;
        }
    }
}
