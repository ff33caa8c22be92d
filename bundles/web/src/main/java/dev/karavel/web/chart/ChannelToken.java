package dev.karavel.web.chart;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.karavel.api.security.Keys;
import dev.karavel.web.json.Json;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The cookie that names somebody's channel of events, as clients of Superset keep it beside an accepted question and send it along.
 * It opens nothing here: events are told by who is signed in.
 */
@Component(service = ChannelToken.class)
public final class ChannelToken {
    static final String COOKIE = "async-token";

    private static final Duration LIFETIME = Duration.ofHours(1);
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
    private static final String ALGORITHM = "HmacSHA256";

    private final Keys keys;

    @Activate
    public ChannelToken(@Reference Keys keys) {
        this.keys = keys;
    }

    String cookie(long userId, boolean secure) {
        String said = part(Map.of("alg", "HS256", "typ", "JWT")) + "."
                + part(Map.of("channel", JobRows.channel(userId), "sub", String.valueOf(userId)));
        return COOKIE + "=" + said + "." + BASE64.encodeToString(signature(said)) + "; Path=/; Max-Age="
                + LIFETIME.toSeconds() + "; HttpOnly; SameSite=Lax" + (secure ? "; Secure" : "");
    }

    private static String part(Map<String, Object> claims) {
        return BASE64.encodeToString(Json.text(claims).getBytes(UTF_8));
    }

    private byte[] signature(String said) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(keys.derive("token/channel"), ALGORITHM));
            return mac.doFinal(said.getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has " + ALGORITHM, e);
        }
    }
}
