package dev.karavel.security.token;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.fasterxml.jackson.databind.JsonNode;
import dev.karavel.api.security.Keys;
import dev.karavel.api.security.Principal;
import dev.karavel.api.security.Tokens;
import dev.karavel.security.account.KnownPeople;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.spec.SecretKeySpec;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.AttributeType;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Tokens that carry who and until when, signed with a key per kind; nothing is stored but what was revoked. */
@Component(configurationPid = "dev.karavel.security", configurationPolicy = ConfigurationPolicy.REQUIRE)
public final class SignedTokens implements Tokens {
    private static final String AUDIENCE = "karavel";
    private static final long CLOCK_SKEW = 60;
    private static final Duration PICTURE_LIFETIME = Duration.ofMinutes(2);

    @ObjectClassDefinition(name = "Karavel sign-in", pid = "dev.karavel.security")
    @interface Config {
        @AttributeDefinition(name = "Session lifetime without use, ISO-8601")
        String session_lifetime() default "PT12H";

        @AttributeDefinition(name = "Longest session however it is used, ISO-8601")
        String session_longest() default "P7D";

        @AttributeDefinition(name = "Access token lifetime, ISO-8601")
        String access_lifetime() default "PT15M";

        @AttributeDefinition(name = "Refresh token lifetime, ISO-8601")
        String refresh_lifetime() default "P30D";

        @AttributeDefinition(
                name = "Password of the first administrator",
                description = "Read once, when there is no user yet; empty: one is made",
                type = AttributeType.PASSWORD)
        String admin_password() default "";
    }

    private final KnownPeople people;
    private final Clock clock;
    private final Duration longestSession;
    private final Map<Kind, Duration> lifetimes;
    private final Map<Kind, CompactToken> forms = new EnumMap<>(Kind.class);
    private final SecretKeySpec csrfKey;
    private final RevokedTokens revoked;

    @Activate
    public SignedTokens(
            Config config, @Reference Keys keys, @Reference KnownPeople people, @Reference RevokedTokens revoked) {
        this(
                Map.of(
                        Kind.SESSION, Duration.parse(config.session_lifetime()),
                        Kind.ACCESS, Duration.parse(config.access_lifetime()),
                        Kind.REFRESH, Duration.parse(config.refresh_lifetime()),
                        Kind.PICTURE, PICTURE_LIFETIME),
                Duration.parse(config.session_longest()),
                keys,
                people,
                revoked,
                Clock.systemUTC());
    }

    public SignedTokens(
            Map<Kind, Duration> lifetimes,
            Duration longestSession,
            Keys keys,
            KnownPeople people,
            RevokedTokens revoked,
            Clock clock) {
        this.lifetimes = Map.copyOf(lifetimes);
        this.longestSession = longestSession;
        this.people = people;
        this.revoked = revoked;
        this.clock = clock;
        for (Kind kind : Kind.values()) {
            String word = kind.name().toLowerCase(Locale.ROOT);
            forms.put(kind, new CompactToken(word + "+jwt", keys.derive("token/" + word)));
        }
        csrfKey = new SecretKeySpec(keys.derive("token/csrf"), "HmacSHA256");
    }

    @Override
    public String issue(Kind kind, Principal principal) {
        long now = now();
        return sign(kind, principal.userId(), UUID.randomUUID().toString(), now, now);
    }

    @Override
    public Optional<Principal> verify(Kind kind, String token) {
        return claims(kind, token).flatMap(this::holder).map(KnownPeople.Known::principal);
    }

    @Override
    public Duration lifetime(Kind kind) {
        return lifetimes.get(kind);
    }

    @Override
    public Optional<String> renew(String session) {
        Optional<JsonNode> claims =
                claims(Kind.SESSION, session).filter(valid -> holder(valid).isPresent());
        if (claims.isEmpty()) {
            return Optional.empty();
        }
        JsonNode old = claims.get();
        long now = now();
        long since = old.path("since").asLong();
        boolean young = old.path("exp").asLong() - now > lifetime(Kind.SESSION).toSeconds() / 2;
        if (young || now - since > longestSession.toSeconds()) {
            return Optional.empty();
        }
        return Optional.of(
                sign(Kind.SESSION, old.path("sub").asLong(), old.path("jti").asText(), since, now));
    }

    @Override
    public void revoke(String token) {
        for (Kind kind : Kind.values()) {
            claims(kind, token)
                    .ifPresent(claims -> revoked.revoke(claims.path("jti").asText()));
        }
    }

    @Override
    public String csrf(String session) {
        return forms.get(Kind.SESSION).read(session).map(this::csrf).orElse("");
    }

    @Override
    public boolean csrfMatches(String session, String csrf) {
        return forms.get(Kind.SESSION)
                .read(session)
                .map(claims -> MessageDigest.isEqual(csrf(claims).getBytes(US_ASCII), csrf.getBytes(US_ASCII)))
                .orElse(false);
    }

    private String csrf(JsonNode claims) {
        return CompactToken.base64(CompactToken.mac(csrfKey, claims.path("jti").asText()));
    }

    private String sign(Kind kind, long userId, String id, long since, long now) {
        KnownPeople.Known holder = people.find(userId)
                .orElseThrow(() -> new IllegalStateException("User " + userId + " is gone or not active"));
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("aud", AUDIENCE);
        claims.put("sub", Long.toString(userId));
        claims.put("iat", now);
        claims.put("exp", now + lifetime(kind).toSeconds());
        claims.put("jti", id);
        claims.put("since", since);
        claims.put("mark", holder.passwordMark());
        return forms.get(kind).sign(claims);
    }

    private Optional<JsonNode> claims(Kind kind, String token) {
        long now = now();
        return forms.get(kind)
                .read(token)
                .filter(claims -> AUDIENCE.equals(claims.path("aud").asText())
                        && claims.path("exp").asLong() > now
                        && claims.path("iat").asLong() <= now + CLOCK_SKEW
                        && !revoked.contains(claims.path("jti").asText()));
    }

    /** Whose token it is, if the password is still the one it was issued under. */
    private Optional<KnownPeople.Known> holder(JsonNode claims) {
        return people.find(claims.path("sub").asLong())
                .filter(known -> known.passwordMark().equals(claims.path("mark").asText()));
    }

    private long now() {
        return clock.instant().getEpochSecond();
    }
}
