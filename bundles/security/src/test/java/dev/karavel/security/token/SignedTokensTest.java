package dev.karavel.security.token;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.karavel.api.catalog.Stamp;
import dev.karavel.api.catalog.User;
import dev.karavel.api.event.Topics;
import dev.karavel.api.security.Keys;
import dev.karavel.api.security.Principal;
import dev.karavel.api.security.Tokens.Kind;
import dev.karavel.security.account.KnownPeople;
import dev.karavel.security.shelf.TurnedClock;
import dev.karavel.security.shelf.UserShelf;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.osgi.service.event.Event;
import org.osgi.service.event.EventAdmin;

class SignedTokensTest {
    private static final Keys KEYS = purpose -> Arrays.copyOf(purpose.getBytes(UTF_8), 32);
    private static final Map<Kind, Duration> LIFETIMES = Map.of(
            Kind.SESSION, Duration.ofHours(12),
            Kind.ACCESS, Duration.ofMinutes(15),
            Kind.REFRESH, Duration.ofDays(30),
            Kind.PICTURE, Duration.ofMinutes(2));

    private final TurnedClock clock = new TurnedClock();
    private final List<Event> posted = new ArrayList<>();
    private final EventAdmin news = new EventAdmin() {
        @Override
        public void postEvent(Event event) {
            posted.add(event);
        }

        @Override
        public void sendEvent(Event event) {
            posted.add(event);
        }
    };
    private final UserShelf users = new UserShelf();
    private final KnownPeople people = new KnownPeople(users, KEYS, clock);
    private final SignedTokens tokens = tokens(KEYS);
    private User mary;
    private Principal principal;

    @BeforeEach
    void addMary() {
        mary = users.save(
                new User(0, UUID.randomUUID(), 0, "mary", "Mary", "", "", true, Set.of("Gamma"), Stamp.none()));
        users.setPasswordHash(mary.id(), "one");
        principal = people.find(mary.id()).orElseThrow().principal();
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void aTokenProvesItsHolderForItsLifetimeAndNoLonger(Kind kind) {
        String token = tokens.issue(kind, principal);
        clock.advance(LIFETIMES.get(kind).minusSeconds(1));
        assertThat(tokens.verify(kind, token)).contains(principal);
        clock.advance(Duration.ofSeconds(1));
        assertThat(tokens.verify(kind, token)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void aTokenOfOneKindIsNoneOfAnother(Kind kind) {
        String token = tokens.issue(kind, principal);
        for (Kind other : Kind.values()) {
            assertThat(tokens.verify(other, token).isPresent()).isEqualTo(other == kind);
        }
    }

    @Test
    void anotherNodeWithTheSameSecretAcceptsItAndOneWithAnotherSecretDoesNot() {
        String token = tokens.issue(Kind.ACCESS, principal);
        assertThat(tokens(KEYS).verify(Kind.ACCESS, token)).contains(principal);
        Keys others = purpose -> Arrays.copyOf(("other" + purpose).getBytes(UTF_8), 32);
        assertThat(tokens(others).verify(Kind.ACCESS, token)).isEmpty();
    }

    @Test
    void forgedTokensAreRefused() {
        String token = tokens.issue(Kind.ACCESS, principal);
        String[] parts = token.split("\\.");
        String admin = base64(
                new String(Base64.getUrlDecoder().decode(parts[1]), UTF_8).replace("\"sub\":\"1\"", "\"sub\":\"2\""));
        String none = base64("{\"alg\":\"none\",\"typ\":\"access+jwt\"}");
        assertRefused(parts[0] + "." + admin + "." + parts[2]);
        assertRefused(none + "." + parts[1] + ".");
        assertRefused(none + "." + parts[1] + "." + parts[2]);
        assertRefused(parts[0] + "." + parts[1] + ".");
        assertRefused(parts[0] + "." + parts[1]);
        assertRefused(token + "A");
        assertRefused(token.substring(0, token.length() - 2));
        assertRefused("");
        assertRefused("...");
        assertRefused("x".repeat(1_000_000));
    }

    @Test
    void aTokenEndsWithThePassword() {
        String token = tokens.issue(Kind.SESSION, principal);
        users.setPasswordHash(mary.id(), "two");
        people.forget(mary.id());
        assertThat(tokens.verify(Kind.SESSION, token)).isEmpty();
        assertThat(tokens.renew(token)).isEmpty();
    }

    @Test
    void aTokenEndsWithTheAccountWithinSecondsOnOtherNodesToo() {
        String token = tokens.issue(Kind.REFRESH, principal);
        assertThat(tokens.verify(Kind.REFRESH, token)).isPresent();
        users.deactivate(mary);
        clock.advance(Duration.ofSeconds(4));
        assertThat(tokens.verify(Kind.REFRESH, token)).isEmpty();
    }

    @Test
    void aTokenEndsAtSignOut() {
        String session = tokens.issue(Kind.SESSION, principal);
        String other = tokens.issue(Kind.SESSION, principal);
        tokens.revoke(session);
        tokens.revoke("nonsense");
        assertThat(tokens.verify(Kind.SESSION, session)).isEmpty();
        assertThat(tokens.verify(Kind.SESSION, other)).isPresent();
    }

    @Test
    void signingOutIsHeardByOtherNodesWithoutTheTokenBeingTold() {
        String session = tokens.issue(Kind.SESSION, principal);
        RevokedTokens others = new RevokedTokens(news, clock);
        SignedTokens otherNode = new SignedTokens(LIFETIMES, Duration.ofDays(7), KEYS, people, others, clock);
        tokens.revoke(session);
        assertThat(posted).hasSize(1).allSatisfy(event -> assertThat(session)
                .doesNotContain(String.valueOf(event.getProperty(Topics.ID))));
        posted.forEach(others::handleEvent);
        assertThat(otherNode.verify(Kind.SESSION, session)).isEmpty();
    }

    @Test
    void aSessionInUseRollsOnWithItsCsrfTokenButNotForEver() {
        String session = tokens.issue(Kind.SESSION, principal);
        String csrf = tokens.csrf(session);
        assertThat(tokens.renew(session)).isEmpty();
        int renewals = 0;
        for (int hours = 0; hours < 24 * 9; hours += 7) {
            clock.advance(Duration.ofHours(7));
            String renewed = tokens.renew(session).orElse(session);
            renewals += renewed.equals(session) ? 0 : 1;
            session = renewed;
            assertThat(tokens.csrfMatches(session, csrf)).isTrue();
        }
        assertThat(tokens.verify(Kind.SESSION, session)).isEmpty();
        assertThat(renewals).isBetween(20, 26);
    }

    @Test
    void theCsrfTokenBelongsToOneSession() {
        String session = tokens.issue(Kind.SESSION, principal);
        String csrf = tokens.csrf(session);
        assertThat(tokens.csrfMatches(session, csrf)).isTrue();
        assertThat(tokens.csrfMatches(tokens.issue(Kind.SESSION, principal), csrf))
                .isFalse();
        assertThat(tokens.csrfMatches(session, "")).isFalse();
        assertThat(tokens.csrfMatches("nonsense", "")).isFalse();
        assertThat(tokens.csrf("nonsense")).isEmpty();
    }

    private void assertRefused(String token) {
        assertThat(tokens.verify(Kind.ACCESS, token)).isEmpty();
    }

    private SignedTokens tokens(Keys keys) {
        return new SignedTokens(LIFETIMES, Duration.ofDays(7), keys, people, new RevokedTokens(news, clock), clock);
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
    }
}
