package dev.karavel.web.server;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.karavel.web.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.LinkedHashMap;
import java.util.Map;

/** Somebody's way to the server: keeps a cookie and a CSRF token, or a Bearer token, or nothing. */
final class Browser {
    static {
        System.setProperty("jdk.httpclient.allowRestrictedHeaders", "host");
    }

    private final HttpClient client = HttpClient.newHttpClient();
    private final String base;
    private final Map<String, String> headers = new LinkedHashMap<>();

    Browser(TestServer server) {
        base = "http://127.0.0.1:" + server.port();
    }

    static Browser signedIn(TestServer server, String name) {
        Browser browser = new Browser(server);
        browser.signIn(name);
        browser.with(
                "X-CSRFToken",
                browser.json(browser.get("/api/v1/security/csrf_token/"))
                        .path("result")
                        .asText());
        return browser;
    }

    HttpResponse<String> signIn(String name) {
        HttpResponse<String> response = post(
                "/login/",
                "{\"username\":\"" + name + "\",\"password\":\"" + TestServer.PASSWORD
                        + "\",\"next\":\"/chart/list/\"}");
        response.headers().firstValue("Set-Cookie").ifPresent(cookie -> with("Cookie", cookie.split(";")[0]));
        return response;
    }

    Browser with(String header, String value) {
        headers.put(header, value);
        return this;
    }

    Browser without(String header) {
        headers.remove(header);
        return this;
    }

    HttpResponse<String> get(String path) {
        return send("GET", path, null);
    }

    HttpResponse<String> post(String path, String body) {
        return send("POST", path, body);
    }

    HttpResponse<String> put(String path, String body) {
        return send("PUT", path, body);
    }

    HttpResponse<String> delete(String path) {
        return send("DELETE", path, null);
    }

    HttpResponse<String> send(String method, String path, String body) {
        return send(method, path, body, BodyHandlers.ofString());
    }

    <T> HttpResponse<T> send(String method, String path, String body, HttpResponse.BodyHandler<T> handler) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path))
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (body != null && !headers.containsKey("Content-Type")) {
            request.header("Content-Type", "application/json");
        }
        headers.forEach(request::header);
        try {
            return client.send(request.build(), handler);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    JsonNode json(HttpResponse<String> response) {
        try {
            return Json.read(response.body());
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(response.statusCode() + " " + response.body(), e);
        }
    }
}
