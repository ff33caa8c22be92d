package dev.karavel.notify.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import dev.karavel.contract.notify.NotificationContract;
import dev.karavel.contract.notify.Received;
import dev.karavel.contract.notify.Stage;
import dev.karavel.spi.notify.Notification;
import dev.karavel.spi.notify.Notification.Facts;
import dev.karavel.spi.notify.Notification.Outcome;
import dev.karavel.spi.notify.NotificationChannel;
import dev.karavel.spi.notify.NotificationException;
import dev.karavel.spi.notify.NotificationException.Reason;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Against a server of this process, so with private networks open; that they are closed otherwise is tested beside. */
class WebhookChannelTest implements NotificationContract {
    private static final String SECRET = "a-signing-key";
    private static final Instant NOON = Instant.parse("2026-05-01T12:00:00Z");

    @Override
    public Stage stage() throws IOException {
        return new Hook(200);
    }

    @Test
    void eachMessageIsSigned() throws Exception {
        try (Hook hook = new Hook(200)) {
            hook.channel().send(notification(), hook.recipient(), TIME);
            Request request = hook.requests.get(0);
            String signed = "t=" + NOON.getEpochSecond() + ",v1="
                    + WebhookChannel.signature(SECRET, NOON.getEpochSecond(), request.body);
            assertThat(request.signature).isEqualTo(signed).doesNotContain(SECRET);
        }
    }

    @Test
    void theBodyHasSupersetsFields() throws Exception {
        try (Hook hook = new Hook(200)) {
            hook.channel().send(notification(), hook.recipient(), TIME);
            JsonNode body = new ObjectMapper().readTree(hook.requests.get(0).body);
            assertThat(body.path("name").asText()).isEqualTo("[Report] Weights");
            assertThat(body.at("/header/notification_format").asText()).isEqualTo("PNG");
            assertThat(body.at("/header/chart_id").asLong()).isEqualTo(7);
            assertThat(body.at("/header/dashboard_id").isNull()).isTrue();
            assertThat(body.path("url").asText()).isEqualTo("https://karavel.example/");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "301,REFUSED",
        "307,REFUSED",
        "404,REFUSED",
        "408,BUSY",
        "429,BUSY",
        "500,UNREACHABLE",
        "503,UNREACHABLE"
    })
    void whatItAnswersSaysWhetherTryingAgainHelps(int status, Reason reason) throws Exception {
        try (Hook hook = new Hook(status)) {
            assertThatThrownBy(() -> hook.channel().send(notification(), hook.recipient(), TIME))
                    .isInstanceOfSatisfying(NotificationException.class, e -> assertThat(e.reason())
                            .isEqualTo(reason));
            assertThat(hook.requests).as("redirects are not followed").hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "localhost",
                "10.1.2.3",
                "172.16.0.1",
                "192.168.1.1",
                "169.254.169.254",
                "100.64.0.1",
                "0.0.0.0",
                "0",
                "2130706433",
                "0x7f.1",
                "198.18.0.1",
                "224.0.0.1",
                "255.255.255.255",
                "[::1]",
                "[::]",
                "[fe80::1]",
                "[fc00::1]",
                "[fd12::1]",
                "[::ffff:127.0.0.1]",
                "[::ffff:10.0.0.1]",
                "[64:ff9b::7f00:1]",
                "[2002:7f00:1::]",
                "[2002:a00:1::]",
                "[2001::1]",
                "[ff02::1]"
            })
    void privateNetworksAreClosed(String host) {
        WebhookChannel channel = closed();
        assertThatThrownBy(() ->
                        channel.send(notification(), Map.of("target", "http://" + host + ":9/"), Duration.ofSeconds(2)))
                .isInstanceOfSatisfying(NotificationException.class, e -> {
                    assertThat(e.reason()).isNotEqualTo(Reason.BUSY);
                    assertThat(e.getMessage()).containsAnyOf("private network", "not known", "names a host");
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"93.184.215.14", "8.8.8.8", "100.128.0.1", "172.32.0.1", "2606:4700::1111", "64:ff9b::808:808"})
    void publicAddressesAreOpen(String address) throws Exception {
        assertThat(PublicAddresses.isPublic(InetAddress.getByName(address).getAddress()))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "example.com",
                "ftp://example.com/",
                "https:///x",
                "https://user:word@example.com/",
                "https://exa mple.com/"
            })
    void whatIsNoAddressIsRefused(String target) {
        assertThatThrownBy(() -> closed().check(Map.of("target", target)))
                .isInstanceOfSatisfying(NotificationException.class, e -> assertThat(e.setting())
                        .isEqualTo("target"));
    }

    @Test
    void httpIsRefusedWhereOnlyHttpsIsTaken() {
        WebhookChannel strict = new WebhookChannel(true, post(false), Clock.systemUTC());
        assertThatThrownBy(() -> strict.check(Map.of("target", "http://example.com/")))
                .hasMessageContaining("https://");
    }

    private static WebhookChannel closed() {
        return new WebhookChannel(false, post(false), Clock.systemUTC());
    }

    private static Post post(boolean privateAllowed) {
        return new Post(new PublicAddresses(privateAllowed), (SSLSocketFactory) SSLSocketFactory.getDefault());
    }

    private static Notification notification() {
        return new Notification(
                "run.report.ab12",
                new Facts("Weights", "Report", "PNG", "chart", 7, Outcome.SENT, ""),
                "[Report] Weights",
                "Text",
                "<p>Text</p>",
                List.of(),
                List.of(),
                Optional.of("https://karavel.example/"));
    }

    private record Request(String mark, String type, String signature, byte[] body) {}

    private static final class Hook implements Stage {
        private final List<Request> requests = new CopyOnWriteArrayList<>();
        private final HttpServer server;

        Hook(int status) throws IOException {
            server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
            server.createContext("/", exchange -> {
                requests.add(new Request(
                        exchange.getRequestHeaders().getFirst("Idempotency-Key"),
                        exchange.getRequestHeaders().getFirst("Content-Type"),
                        exchange.getRequestHeaders().getFirst("X-Karavel-Signature"),
                        exchange.getRequestBody().readAllBytes()));
                exchange.getResponseHeaders().add("Location", "/elsewhere");
                exchange.sendResponseHeaders(status, -1);
                exchange.close();
            });
            server.start();
        }

        @Override
        public NotificationChannel channel() {
            return new WebhookChannel(false, post(true), Clock.fixed(NOON, ZoneOffset.UTC));
        }

        @Override
        public Map<String, String> recipient() {
            return Map.of(
                    "target", "http://127.0.0.1:" + server.getAddress().getPort() + "/hook?a=b", "secret", SECRET);
        }

        @Override
        public List<String> secrets() {
            return List.of(SECRET);
        }

        @Override
        public List<Received> received() {
            return requests.stream().map(Hook::received).toList();
        }

        private static Received received(Request request) {
            String body = new String(request.body, StandardCharsets.UTF_8);
            List<String> files = new ArrayList<>();
            Matcher named = Pattern.compile("filename=\"([^\"]+)\"").matcher(body);
            while (named.find()) {
                files.add(named.group(1));
            }
            try {
                String text = request.type.equals("application/json")
                        ? new ObjectMapper().readTree(body).path("text").asText()
                        : body;
                return new Received(request.mark, text, files);
            } catch (IOException e) {
                throw new AssertionError("No JSON: " + body, e);
            }
        }

        @Override
        public void close() {
            server.stop(0);
        }
    }
}
