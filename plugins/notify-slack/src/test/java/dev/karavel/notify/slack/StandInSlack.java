package dev.karavel.notify.slack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.karavel.contract.notify.Received;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** The few methods of Slack that are used, with its answers; files count only when their bytes came and they were completed. */
final class StandInSlack {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final HttpServer server;
    private final String token;
    private final List<Received> posted = new CopyOnWriteArrayList<>();
    private final Map<String, String> names = new ConcurrentHashMap<>();
    private final Map<String, Integer> lengths = new ConcurrentHashMap<>();
    private volatile String refusal = "";
    private volatile int status = 200;

    StandInSlack(String token) throws IOException {
        this.token = token;
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext("/api/", this::method);
        server.createContext("/upload/", this::upload);
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/api/");
    }

    void refuse(String error) {
        refusal = error;
    }

    void answer(int wanted) {
        status = wanted;
    }

    List<Received> posted() {
        return List.copyOf(posted);
    }

    void stop() {
        server.stop(0);
    }

    private void method(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        boolean known = ("Bearer " + token).equals(exchange.getRequestHeaders().getFirst("Authorization"));
        String method = exchange.getRequestURI().getPath().substring("/api/".length());
        String answer = !refusal.isEmpty()
                ? "{\"ok\":false,\"error\":\"" + refusal + "\"}"
                : known ? answer(method, body) : "{\"ok\":false,\"error\":\"invalid_auth\"}";
        reply(exchange, status, answer);
    }

    private String answer(String method, String body) throws IOException {
        return switch (method) {
            case "chat.postMessage" -> {
                posted.add(new Received(
                        "", plain(MAPPER.readTree(body).path("text").asText()), List.of()));
                yield "{\"ok\":true,\"ts\":\"1\"}";
            }
            case "files.getUploadURLExternal" -> place(form(body));
            case "files.completeUploadExternal" -> complete(MAPPER.readTree(body));
            case "conversations.list" ->
                form(body).containsKey("cursor")
                        ? "{\"ok\":true,\"channels\":[{\"id\":\"C3\",\"name\":\"random\"},{\"id\":\"C4\",\"name\":\"after-sales\"}]}"
                        : "{\"ok\":true,\"channels\":[{\"id\":\"C1\",\"name\":\"sales\"},{\"id\":\"C2\",\"name\":\"general\"}],"
                                + "\"response_metadata\":{\"next_cursor\":\"two\"}}";
            default -> "{\"ok\":false,\"error\":\"unknown_method\"}";
        };
    }

    private String place(Map<String, String> form) {
        String id = "F" + names.size();
        names.put(id, form.get("filename"));
        lengths.put(id, Integer.parseInt(form.get("length")));
        return "{\"ok\":true,\"file_id\":\"" + id + "\",\"upload_url\":\"http://127.0.0.1:"
                + server.getAddress().getPort() + "/upload/" + id + "\"}";
    }

    private void upload(HttpExchange exchange) throws IOException {
        String id = exchange.getRequestURI().getPath().substring("/upload/".length());
        int length = exchange.getRequestBody().readAllBytes().length;
        boolean right = lengths.getOrDefault(id, -1) == length;
        if (right) {
            lengths.put(id, 0);
        }
        reply(exchange, right ? 200 : 400, "OK - " + length);
    }

    private String complete(JsonNode body) {
        List<String> files = new ArrayList<>();
        for (JsonNode file : body.path("files")) {
            String id = file.path("id").asText();
            if (lengths.getOrDefault(id, -1) != 0) {
                return "{\"ok\":false,\"error\":\"file_not_found\"}";
            }
            files.add(names.get(id));
        }
        if (body.path("channel_id").asText().isEmpty()) {
            return "{\"ok\":false,\"error\":\"channel_not_found\"}";
        }
        posted.add(new Received("", plain(body.path("initial_comment").asText()), files));
        return "{\"ok\":true}";
    }

    private static String plain(String markup) {
        return markup.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    }

    private static Map<String, String> form(String body) {
        Map<String, String> form = new HashMap<>();
        for (String pair : body.split("&")) {
            String[] parts = pair.split("=", 2);
            form.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return form;
    }

    private static void reply(HttpExchange exchange, int status, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
