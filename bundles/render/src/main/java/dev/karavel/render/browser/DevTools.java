package dev.karavel.render.browser;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The DevTools protocol over a pipe: messages in JSON, a zero after each. No port is open, so nobody else on the machine can drive
 * the browser. Safe for several threads.
 */
final class DevTools {
    static final ObjectMapper JSON = new ObjectMapper();
    private static final Logger LOG = LoggerFactory.getLogger(DevTools.class);
    private static final int LARGEST = 256 << 20;

    private final OutputStream out;
    private final InputStream in;
    private final AtomicInteger last = new AtomicInteger();
    private final Map<Integer, CompletableFuture<JsonNode>> asked = new ConcurrentHashMap<>();
    private final Map<String, BiConsumer<String, JsonNode>> listeners = new ConcurrentHashMap<>();
    private volatile boolean closed;

    DevTools(Process process) {
        out = process.getOutputStream();
        in = new BufferedInputStream(process.getInputStream(), 1 << 16);
        Thread reader = new Thread(this::read, "karavel-browser");
        reader.setDaemon(true);
        reader.start();
    }

    /** @param session of a page, or empty for the browser itself */
    CompletableFuture<JsonNode> ask(String session, String method, ObjectNode parameters) {
        int id = last.incrementAndGet();
        ObjectNode message = JSON.createObjectNode().put("id", id).put("method", method);
        message.set("params", parameters);
        if (!session.isEmpty()) {
            message.put("sessionId", session);
        }
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        asked.put(id, answer);
        try {
            byte[] bytes = JSON.writeValueAsBytes(message);
            synchronized (out) {
                out.write(bytes);
                out.write(0);
                out.flush();
            }
        } catch (IOException e) {
            asked.remove(id);
            answer.completeExceptionally(new BrowserFailure("The browser is gone", e));
        }
        if (closed) {
            answer.completeExceptionally(new BrowserFailure("The browser is gone"));
        }
        return answer;
    }

    /** What a page tells of itself: the event's name and its parameters. On the reader's thread. */
    void listen(String session, BiConsumer<String, JsonNode> listener) {
        listeners.put(session, listener);
    }

    void forget(String session) {
        listeners.remove(session);
    }

    private void read() {
        try {
            for (byte[] message = next(); message.length > 0; message = next()) {
                take(JSON.readTree(message));
            }
        } catch (IOException e) {
            LOG.debug("The pipe to the browser ends", e);
        } finally {
            closed = true;
            asked.values()
                    .forEach(answer -> answer.completeExceptionally(new BrowserFailure("The browser ended meanwhile")));
            asked.clear();
            listeners.values().forEach(listener -> listener.accept("Inspector.detached", JSON.createObjectNode()));
        }
    }

    private void take(JsonNode message) {
        if (message.has("id")) {
            CompletableFuture<JsonNode> answer = asked.remove(message.path("id").asInt());
            if (answer != null && message.has("error")) {
                answer.completeExceptionally(new BrowserFailure("The browser refuses: "
                        + message.path("error").path("message").asText()));
            } else if (answer != null) {
                answer.complete(message.path("result"));
            }
            return;
        }
        BiConsumer<String, JsonNode> listener =
                listeners.get(message.path("sessionId").asText());
        if (listener != null) {
            listener.accept(message.path("method").asText(), message.path("params"));
        }
    }

    private byte[] next() throws IOException {
        ByteArrayOutputStream message = new ByteArrayOutputStream(1 << 12);
        for (int letter = in.read(); letter > 0; letter = in.read()) {
            message.write(letter);
            if (message.size() > LARGEST) {
                throw new IOException("A message of the browser is larger than " + LARGEST + " bytes");
            }
        }
        return message.toByteArray();
    }

    /** A string as JSON writes it, for scripts. */
    static String text(String words) {
        try {
            return JSON.writeValueAsString(words);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
