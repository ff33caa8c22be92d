package dev.karavel.security.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.karavel.api.catalog.Role;
import dev.karavel.api.catalog.User;
import dev.karavel.api.error.ErrorCode;
import dev.karavel.api.error.KaravelException;
import dev.karavel.api.security.Keys;
import dev.karavel.security.password.Hashing;
import dev.karavel.security.shelf.RoleShelf;
import dev.karavel.security.shelf.TurnedClock;
import dev.karavel.security.shelf.UserShelf;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SignInTest {
    private static final Keys KEYS = purpose -> new byte[32];
    private static final String PASSWORD = "correct otter pylon";

    private final TurnedClock clock = new TurnedClock();
    private final UserShelf users = new UserShelf();
    private final RoleShelf roles = new RoleShelf();
    private final Hashing hashing = new Hashing(Duration.ofSeconds(30));
    private final KnownPeople people = new KnownPeople(users, KEYS, clock);
    private final StoredAccounts accounts = new StoredAccounts(users, roles, hashing, people);
    private final PasswordIdentities identities = new PasswordIdentities(users, hashing, people, clock);
    private User mary;

    @BeforeEach
    void addMary() {
        roles.save(new Role(0, UUID.randomUUID(), 0, "Gamma", Set.of()));
        mary = accounts.add("Mary", "Mary", "Miller", "mary@example.org", Set.of("Gamma"), PASSWORD);
    }

    @Test
    void theRightPasswordSignsInWhateverTheCaseOfTheName() {
        assertThat(identities.signIn(" mARY ", PASSWORD)).satisfies(principal -> {
            assertThat(principal.userId()).isEqualTo(mary.id());
            assertThat(principal.fullName()).isEqualTo("Mary Miller");
            assertThat(principal.roles()).containsExactly("Gamma");
            assertThat(principal.anonymous()).isFalse();
        });
    }

    @Test
    void wrongNameWrongPasswordAndInactiveAccountSoundTheSame() {
        assertFails(ErrorCode.UNAUTHENTICATED, () -> identities.signIn("mary", "wrong"));
        assertFails(ErrorCode.UNAUTHENTICATED, () -> identities.signIn("nobody", PASSWORD));
        users.deactivate(mary);
        assertFails(ErrorCode.UNAUTHENTICATED, () -> identities.signIn("mary", PASSWORD));
    }

    @Test
    void anAccountWithoutPasswordCannotSignIn() {
        users.setPasswordHash(mary.id(), "");
        assertFails(ErrorCode.UNAUTHENTICATED, () -> identities.signIn("mary", ""));
    }

    @Test
    void afterManyFailuresEvenTheRightPasswordHasToWait() {
        for (int i = 0; i < 10; i++) {
            assertFails(ErrorCode.UNAUTHENTICATED, () -> identities.signIn("mary", "wrong"));
        }
        assertFails(ErrorCode.TOO_MANY_REQUESTS, () -> identities.signIn("mary", PASSWORD));
        clock.advance(Duration.ofMinutes(1));
        assertThat(identities.signIn("mary", PASSWORD).userId()).isEqualTo(mary.id());
    }

    @Test
    void aChangedPasswordReplacesTheOldOne() {
        accounts.changePassword("mary", "quite another phrase");
        assertFails(ErrorCode.UNAUTHENTICATED, () -> identities.signIn("mary", PASSWORD));
        assertThat(identities.signIn("mary", "quite another phrase").userId()).isEqualTo(mary.id());
    }

    @Test
    void passwordsAreStoredAsArgon2id() {
        assertThat(users.passwordHash(mary.id()))
                .hasValueSatisfying(
                        hash -> assertThat(hash).startsWith("$argon2id$").doesNotContain(PASSWORD));
    }

    @Test
    void aUserWhoIsDeactivatedIsGoneAfterAFewSeconds() {
        assertThat(identities.find(mary.id())).isPresent();
        users.deactivate(mary);
        clock.advance(Duration.ofSeconds(4));
        assertThat(identities.find(mary.id())).isEmpty();
    }

    @Test
    void newAccountsAreChecked() {
        assertFails(ErrorCode.CONFLICT, () -> accounts.add("MARY", "", "", "", Set.of(), PASSWORD));
        assertField("roles", () -> accounts.add("paul", "", "", "", Set.of("Emperor"), PASSWORD));
        assertField("username", () -> accounts.add("pa\nul", "", "", "", Set.of(), PASSWORD));
        assertField("email", () -> accounts.add("paul", "", "", "not an address", Set.of(), PASSWORD));
        assertField("password", () -> accounts.add("paul", "", "", "", Set.of(), "paul-paul-paul"));
        assertFails(ErrorCode.NOT_FOUND, () -> accounts.changePassword("nobody", PASSWORD));
    }

    private static void assertField(String field, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(KaravelException.class, e -> assertThat(e.field())
                .isEqualTo(field));
    }

    private static void assertFails(ErrorCode code, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(KaravelException.class, e -> assertThat(e.code())
                .isEqualTo(code));
    }
}
