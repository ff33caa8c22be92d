package dev.karavel.notify.webhook;

import dev.karavel.spi.data.Setting;
import dev.karavel.spi.data.Setting.Kind;
import dev.karavel.spi.notify.Notification;
import dev.karavel.spi.notify.NotificationChannel;
import dev.karavel.spi.notify.NotificationException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import javax.net.ssl.SSLSocketFactory;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Posts to an address somebody names. */
@Component(service = NotificationChannel.class, configurationPid = "dev.karavel.notify.webhook")
@Designate(ocd = WebhookChannel.Config.class)
public final class WebhookChannel implements NotificationChannel {
    private static final List<Setting> FORM = List.of(
            new Setting(
                    "target",
                    "Address",
                    Kind.TEXT,
                    true,
                    "",
                    "Where the message is posted, such as https://example.com/hook"),
            new Setting(
                    "secret",
                    "Signing key",
                    Kind.SECRET,
                    false,
                    "",
                    "With it each message is signed, so that you know it is ours"));

    @ObjectClassDefinition(name = "Karavel webhooks")
    public @interface Config {
        @AttributeDefinition(name = "Whether only addresses with https are taken")
        boolean https_only() default false;

        @AttributeDefinition(name = "Whether addresses in private networks are taken")
        boolean private_allowed() default false;
    }

    private final boolean httpsOnly;
    private final Post post;
    private final Clock clock;

    @Activate
    public WebhookChannel(Config config) {
        this(
                config.https_only(),
                new Post(new PublicAddresses(config.private_allowed()), (SSLSocketFactory)
                        SSLSocketFactory.getDefault()),
                Clock.systemUTC());
    }

    WebhookChannel(boolean httpsOnly, Post post, Clock clock) {
        this.httpsOnly = httpsOnly;
        this.post = post;
        this.clock = clock;
    }

    @Override
    public String id() {
        return "Webhook";
    }

    @Override
    public String title() {
        return "Webhook";
    }

    @Override
    public List<Setting> settings() {
        return FORM;
    }

    @Override
    public void check(Map<String, String> recipient) throws NotificationException {
        target(recipient);
    }

    @Override
    public void send(Notification notification, Map<String, String> recipient, Duration time)
            throws NotificationException {
        Payload payload = Payload.of(notification);
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", payload.mediaType());
        headers.put("Idempotency-Key", notification.id());
        String secret = recipient.getOrDefault("secret", "");
        if (!secret.isEmpty()) {
            long now = clock.instant().getEpochSecond();
            headers.put("X-Karavel-Signature", "t=" + now + ",v1=" + signature(secret, now, payload.body()));
        }
        post.send(target(recipient), headers, payload.body(), time);
    }

    /** Of the time, a dot and the body, so that nobody can send an old message as a new one. */
    static String signature(String secret, long time, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            mac.update((time + ".").getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has HMAC with SHA-256", e);
        }
    }

    private URI target(Map<String, String> recipient) throws NotificationException {
        URI target;
        try {
            target = new URI(recipient.getOrDefault("target", "").strip());
        } catch (URISyntaxException e) {
            throw new NotificationException(
                    NotificationException.Reason.REFUSED, "target", "This is no address on the web", e);
        }
        boolean secure = Post.isSecure(target);
        if (target.getHost() == null || !secure && !"http".equalsIgnoreCase(target.getScheme())) {
            throw NotificationException.refused(
                    "target", "The address begins with https:// or http:// and names a host");
        }
        if (httpsOnly && !secure) {
            throw NotificationException.refused("target", "On this server the address has to begin with https://");
        }
        if (target.getRawUserInfo() != null) {
            throw NotificationException.refused("target", "The address names a user: use the signing key instead");
        }
        return target;
    }
}
