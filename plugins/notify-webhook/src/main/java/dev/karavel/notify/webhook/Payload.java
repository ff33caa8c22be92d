package dev.karavel.notify.webhook;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.karavel.spi.notify.Notification;
import dev.karavel.spi.notify.Notification.Attachment;
import dev.karavel.spi.notify.Notification.Facts;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** What is sent, with Superset's fields: JSON, or a form where files come with it. */
record Payload(String mediaType, byte[] body) {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    static Payload of(Notification notification) {
        ObjectNode header = header(notification.facts());
        boolean files =
                !notification.pictures().isEmpty() || !notification.files().isEmpty();
        if (!files) {
            ObjectNode json = MAPPER.createObjectNode().put("name", notification.subject());
            json.set("header", header);
            json.put("text", notification.text())
                    .put("description", notification.facts().description())
                    .put("url", notification.link().orElse(null));
            return new Payload("application/json", json.toString().getBytes(StandardCharsets.UTF_8));
        }
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("name", notification.subject());
        fields.put("header", header.toString());
        fields.put("text", notification.text());
        fields.put("description", notification.facts().description());
        notification.link().ifPresent(link -> fields.put("url", link));
        return form(notification, fields);
    }

    private static ObjectNode header(Facts facts) {
        ObjectNode header = MAPPER.createObjectNode()
                .put("notification_format", facts.format())
                .put("type", facts.type())
                .put("source", facts.source())
                .put("outcome", facts.outcome().name().toLowerCase(Locale.ROOT));
        header.put("chart_id", facts.source().equals("chart") ? facts.sourceId() : null);
        header.put("dashboard_id", facts.source().equals("dashboard") ? facts.sourceId() : null);
        return header;
    }

    private static Payload form(Notification notification, Map<String, String> fields) {
        String boundary = "karavel-" + notification.id();
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        fields.forEach((name, value) -> part(
                body,
                boundary,
                "form-data; name=\"" + name + "\"\r\nContent-Type: text/plain; charset=utf-8",
                value.getBytes(StandardCharsets.UTF_8)));
        int number = 0;
        for (Attachment file : Stream.concat(notification.files().stream(), notification.pictures().stream())
                .toList()) {
            String name = file.mediaType().equals("image/png")
                    ? "screenshot_" + number++ + ".png"
                    : "report" + ending(file.name());
            part(
                    body,
                    boundary,
                    "form-data; name=\"files\"; filename=\"" + name + "\"\r\nContent-Type: " + file.mediaType(),
                    file.bytes());
        }
        body.writeBytes(("--" + boundary + "--\r\n").getBytes(StandardCharsets.US_ASCII));
        return new Payload("multipart/form-data; boundary=" + boundary, body.toByteArray());
    }

    private static void part(ByteArrayOutputStream body, String boundary, String disposition, byte[] bytes) {
        body.writeBytes(("--" + boundary + "\r\nContent-Disposition: " + disposition + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        body.writeBytes(bytes);
        body.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
    }

    private static String ending(String name) {
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(dot).replaceAll("[^.A-Za-z0-9]", "");
    }
}
