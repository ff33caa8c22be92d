package dev.karavel.notify.slack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.karavel.spi.notify.NotificationException;
import dev.karavel.spi.notify.NotificationException.Reason;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Slack's web interface: one method a call. */
final class SlackClient {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Set<String> OURS = Set.of(
            "invalid_auth",
            "not_authed",
            "account_inactive",
            "token_revoked",
            "token_expired",
            "missing_scope",
            "no_permission",
            "access_denied",
            "org_login_required",
            "ekm_access_denied");
    private static final Set<String> PASSING =
            Set.of("internal_error", "fatal_error", "service_unavailable", "request_timeout", "accesslimited");

    private final HttpClient http;
    private final URI base;
    private final String token;

    SlackClient(URI base, String token) {
        this.http = HttpClient.newBuilder()
                .connectTimeout(Duration.ofSeconds(10))
                .version(HttpClient.Version.HTTP_1_1)
                .build();
        this.base = base;
        this.token = token;
    }

    JsonNode form(String method, Map<String, String> fields, Duration time) throws NotificationException {
        String body = fields.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        return call(method, "application/x-www-form-urlencoded", BodyPublishers.ofString(body), time);
    }

    JsonNode json(String method, JsonNode body, Duration time) throws NotificationException {
        return call(method, "application/json; charset=utf-8", BodyPublishers.ofString(body.toString()), time);
    }

    /** To the address Slack gave for it, which is its own proof. */
    void upload(URI address, byte[] bytes, Duration time) throws NotificationException {
        HttpRequest request = HttpRequest.newBuilder(address)
                .timeout(time)
                .header("Content-Type", "application/octet-stream")
                .POST(BodyPublishers.ofByteArray(bytes))
                .build();
        send(request);
    }

    private JsonNode call(String method, String type, BodyPublisher body, Duration time) throws NotificationException {
        HttpRequest request = HttpRequest.newBuilder(base.resolve(method))
                .timeout(time)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", type)
                .POST(body)
                .build();
        JsonNode answer;
        try {
            answer = MAPPER.readTree(send(request).body());
        } catch (JsonProcessingException e) {
            throw new NotificationException(Reason.UNREACHABLE, "Slack does not answer as it should", e);
        }
        if (!answer.path("ok").asBoolean()) {
            throw refused(answer.path("error").asText("unknown"));
        }
        return answer;
    }

    private HttpResponse<String> send(HttpRequest request) throws NotificationException {
        HttpResponse<String> response;
        try {
            response = http.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new NotificationException(Reason.UNREACHABLE, "Slack does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotificationException(Reason.UNREACHABLE, "Stopped while Slack was asked", e);
        }
        if (response.statusCode() == 429) {
            throw new NotificationException(
                    Reason.BUSY,
                    "Slack wants to be asked later"
                            + response.headers()
                                    .firstValue("Retry-After")
                                    .map(s -> ", in " + s + " s")
                                    .orElse(""),
                    null);
        }
        if (response.statusCode() >= 500) {
            throw new NotificationException(Reason.UNREACHABLE, "Slack answers " + response.statusCode(), null);
        }
        if (response.statusCode() >= 300) {
            throw new NotificationException(Reason.REFUSED, "Slack answers " + response.statusCode(), null);
        }
        return response;
    }

    private static NotificationException refused(String error) {
        if (OURS.contains(error)) {
            return new NotificationException(
                    Reason.NOT_CONFIGURED, "Slack does not take the token, or it lacks a right (" + error + ")", null);
        }
        if (error.equals("ratelimited") || error.equals("rate_limited")) {
            return new NotificationException(Reason.BUSY, "Slack wants to be asked later", null);
        }
        if (PASSING.contains(error)) {
            return new NotificationException(Reason.UNREACHABLE, "Slack is not well (" + error + ")", null);
        }
        return NotificationException.refused(
                "target",
                switch (error) {
                    case "channel_not_found" -> "Slack knows no such channel, or the app is not in it";
                    case "not_in_channel" -> "The app is not a member of the channel: invite it";
                    case "is_archived" -> "The channel is archived";
                    default -> "Slack refuses it (" + error + ")";
                });
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
