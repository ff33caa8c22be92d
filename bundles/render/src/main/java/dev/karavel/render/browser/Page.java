package dev.karavel.render.browser;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One page in a profile of its own, which goes with it: no two people's pictures share cookies or storage. */
final class Page {
    private static final String ADDRESS = CommandLine.ORIGIN + "/chart/picture/";
    private static final String HEARD = "karavelPictureSays";

    private final DevTools tools;
    private final long end;
    private final CompletableFuture<JsonNode> rendered = new CompletableFuture<>();
    private String context = "";
    private String session = "";
    private volatile String complaint = "";

    /** @param end by the clock of {@link System#nanoTime()} */
    Page(DevTools tools, long end) {
        this.tools = tools;
        this.end = end;
    }

    Photograph photograph(Sitting sitting) throws BrowserFailure, InterruptedException {
        try {
            open(sitting);
            return taken(await(rendered, "The charts are not drawn in time"), sitting);
        } finally {
            if (!session.isEmpty()) {
                tools.forget(session);
            }
            if (!context.isEmpty()) {
                tools.ask("", "Target.disposeBrowserContext", object().put("browserContextId", context));
            }
        }
    }

    private void open(Sitting sitting) throws BrowserFailure, InterruptedException {
        context = browser("Target.createBrowserContext", object().put("disposeOnDetach", true))
                .path("browserContextId")
                .asText();
        ObjectNode cookies = object().put("browserContextId", context);
        cookies.putArray("cookies")
                .addObject()
                .put("name", "karavel_session")
                .put("value", sitting.token())
                .put("url", CommandLine.ORIGIN)
                .put("httpOnly", true);
        browser("Storage.setCookies", cookies);
        ObjectNode wanted = object().put("url", "about:blank").put("browserContextId", context);
        String target = browser("Target.createTarget", wanted).path("targetId").asText();
        session = browser(
                        "Target.attachToTarget",
                        object().put("targetId", target).put("flatten", true))
                .path("sessionId")
                .asText();
        tools.listen(session, (event, told) -> hear(event, told, sitting));
        page("Runtime.enable", object());
        page("Page.enable", object());
        page("Runtime.addBinding", object().put("name", HEARD));
        ObjectNode media = object().put("media", "screen");
        media.putArray("features")
                .add(object().put("name", "prefers-color-scheme").put("value", sitting.dark() ? "dark" : "light"))
                .add(object().put("name", "prefers-reduced-motion").put("value", "reduce"));
        page("Emulation.setEmulatedMedia", media);
        page("Emulation.setTimezoneOverride", object().put("timezoneId", "UTC"));
        size(sitting, sitting.width(), sitting.height());
        String script = "globalThis.karavelPicture=JSON.parse(" + DevTools.text(sitting.job()) + ")";
        page("Page.addScriptToEvaluateOnNewDocument", object().put("source", script));
        JsonNode gone = page("Page.navigate", object().put("url", ADDRESS));
        if (gone.hasNonNull("errorText")) {
            throw new BrowserFailure("The browser does not reach this server ("
                    + gone.path("errorText").asText() + "); KARAVEL_RENDER_SERVER says where it listens");
        }
    }

    private CompletableFuture<JsonNode> size(Sitting sitting, int width, int height) {
        return tools.ask(
                session,
                "Emulation.setDeviceMetricsOverride",
                object().put("width", width)
                        .put("height", height)
                        .put("deviceScaleFactor", sitting.scale())
                        .put("mobile", false));
    }

    private void hear(String event, JsonNode told, Sitting sitting) {
        switch (event) {
            case "Runtime.bindingCalled" -> {
                JsonNode said = read(told.path("payload").asText());
                if (said.path("rendered").asBoolean()) {
                    rendered.complete(said);
                } else if (said.has("failure")) {
                    rendered.completeExceptionally(
                            new BrowserFailure(said.path("failure").asText()));
                } else {
                    size(sitting, sitting.width(), said.path("height").asInt(sitting.height()));
                }
            }
            case "Runtime.exceptionThrown" ->
                complaint = told.path("exceptionDetails")
                        .path("exception")
                        .path("description")
                        .asText(told.path("exceptionDetails").path("text").asText());
            case "Inspector.targetCrashed" ->
                rendered.completeExceptionally(new BrowserFailure("The page of the picture crashed"));
            case "Inspector.detached" ->
                rendered.completeExceptionally(new BrowserFailure("The browser ended while it drew"));
            default -> {}
        }
    }

    private Photograph taken(JsonNode said, Sitting sitting) throws BrowserFailure, InterruptedException {
        List<Photograph.Place> places = new ArrayList<>();
        for (JsonNode place : said.path("places")) {
            ObjectNode clip = object().put("scale", 1);
            for (String side : List.of("x", "y", "width", "height")) {
                clip.put(side, place.path(side).asDouble());
            }
            ObjectNode wanted = object().put("format", "png").put("captureBeyondViewport", false);
            wanted.set("clip", clip);
            String data = page("Page.captureScreenshot", wanted).path("data").asText();
            places.add(new Photograph.Place(
                    place.path("name").asText(),
                    clip.path("x").asDouble(),
                    clip.path("y").asDouble(),
                    clip.path("width").asDouble(),
                    clip.path("height").asDouble(),
                    Base64.getDecoder().decode(data)));
        }
        return new Photograph(
                said.path("width").asInt(sitting.width()), said.path("height").asInt(sitting.height()), places);
    }

    private JsonNode browser(String method, ObjectNode parameters) throws BrowserFailure, InterruptedException {
        return await(tools.ask("", method, parameters), "The browser does not answer");
    }

    private JsonNode page(String method, ObjectNode parameters) throws BrowserFailure, InterruptedException {
        return await(tools.ask(session, method, parameters), "The page of the picture does not answer");
    }

    private JsonNode await(CompletableFuture<JsonNode> answer, String late)
            throws BrowserFailure, InterruptedException {
        try {
            return answer.get(Math.max(1, end - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw new BrowserFailure(complaint.isEmpty() ? late : late + ": " + complaint, e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof BrowserFailure failure
                    ? failure
                    : new BrowserFailure(String.valueOf(e.getCause().getMessage()), e);
        }
    }

    private static JsonNode read(String json) {
        try {
            return DevTools.JSON.readTree(json);
        } catch (JsonProcessingException e) {
            return object();
        }
    }

    private static ObjectNode object() {
        return DevTools.JSON.createObjectNode();
    }
}
