package dev.karavel.render;

import com.fasterxml.jackson.databind.JsonNode;
import dev.karavel.api.render.Look;
import dev.karavel.api.security.Principal;
import dev.karavel.render.browser.BrowserFailure;
import dev.karavel.render.paint.Painting;
import dev.karavel.render.v8.Isolates;
import dev.karavel.render.v8.ScriptFailure;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Decides who draws: V8, a browser, or nobody, and then there is a table. */
final class Studio {
    private static final Logger LOG = LoggerFactory.getLogger(Studio.class);
    private static final int MOST_KNOWN = 1000;

    private final Isolates isolates;
    private final Darkroom darkroom;
    private final LineDrawing lines;
    /** Whether a module, by its address, draws only in the page; a new version has a new address. */
    private final Map<String, Boolean> onlyInPage = new ConcurrentHashMap<>();

    Studio(Isolates isolates, Darkroom darkroom) {
        this.isolates = isolates;
        this.darkroom = darkroom;
        lines = new LineDrawing(isolates);
    }

    <T> T chart(Wish wish, Look look, Principal principal, Function<Painting, T> paint) {
        if (darkroom.opensTo(principal) && needsPage(wish)) {
            try {
                return paint.apply(darkroom.chart(wish, look, principal));
            } catch (BrowserFailure e) {
                Wish instead = without(wish, e, look);
                return inLines(instead, look, painting -> paint.apply(painting.passing()));
            }
        }
        return inLines(wish, look, paint);
    }

    private <T> T inLines(Wish wish, Look look, Function<Painting, T> paint) {
        return isolates.available()
                ? lines.chart(wish, look, paint)
                : paint.apply(Painting.of(look.width(), look.height(), PlainPicture.svg(wish, look)));
    }

    /**
     * @param plan what the script lays the dashboard out by
     * @param wishes by the charts' ids
     */
    <T> T dashboard(String plan, Map<Long, Wish> wishes, Look look, Principal principal, Function<Painting, T> paint) {
        boolean open = darkroom.opensTo(principal);
        if (open && (darkroom.preferred() || !isolates.available())) {
            try {
                return paint.apply(darkroom.dashboard(plan, wishes, look, principal));
            } catch (BrowserFailure e) {
                LOG.warn("The browser cannot draw a dashboard: {}", e.getMessage());
                return inLines(plan, wishes, look, painting -> paint.apply(painting.passing()));
            }
        }
        Map<Long, Wish> inPage = new LinkedHashMap<>();
        wishes.forEach((id, wish) -> {
            if (open && needsPage(wish)) {
                inPage.put(id, wish);
            }
        });
        return inPage.isEmpty()
                ? inLines(plan, wishes, look, paint)
                : withPhotos(plan, wishes, inPage, look, principal, paint);
    }

    private <T> T inLines(String plan, Map<Long, Wish> wishes, Look look, Function<Painting, T> paint) {
        return isolates.available()
                ? lines.dashboard(plan, wishes, Map.of(), look, paint)
                : paint.apply(PlainPicture.below(wishes, look));
    }

    /** Lines where they can be, pixels where they must. */
    private <T> T withPhotos(
            String plan,
            Map<Long, Wish> wishes,
            Map<Long, Wish> inPage,
            Look look,
            Principal principal,
            Function<Painting, T> paint) {
        JsonNode places = lines.places(plan);
        try {
            return lines.dashboard(plan, wishes, darkroom.parts(places, inPage, look, principal), look, paint);
        } catch (BrowserFailure e) {
            Map<Long, Wish> instead = new HashMap<>(wishes);
            inPage.forEach((id, wish) -> instead.put(id, without(wish, e, look)));
            return lines.dashboard(plan, instead, Map.of(), look, painting -> paint.apply(painting.passing()));
        }
    }

    private boolean needsPage(Wish wish) {
        return wish.module().isPresent()
                && (darkroom.preferred()
                        || !isolates.available()
                        || wish.visualization().path("picture").asText().equals("page")
                        || drawsOnlyInPage(wish.module().get()));
    }

    private boolean drawsOnlyInPage(String module) {
        if (onlyInPage.size() > MOST_KNOWN) {
            onlyInPage.clear();
        }
        return onlyInPage.computeIfAbsent(module, this::hasNoChart);
    }

    private boolean hasNoChart(String module) {
        try {
            return isolates.draw(1, isolate -> !isolate.exports(module, "chart"));
        } catch (ScriptFailure e) {
            return false; // it will fail again where it is drawn, and be told there
        }
    }

    /** The poorer form of a chart whose browser failed; where there is none, the reason. */
    private Wish without(Wish wish, BrowserFailure e, Look look) {
        LOG.warn("The browser cannot draw {}: {}", wish.name(), e.getMessage());
        Optional<String> module = wish.module();
        boolean poorer = isolates.available() && module.isPresent() && !drawsOnlyInPage(module.get());
        return poorer ? wish : wish.saying(State.browserFailed(e.getMessage(), look.locale()));
    }
}
