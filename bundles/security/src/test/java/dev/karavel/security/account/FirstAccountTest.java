package dev.karavel.security.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.karavel.api.catalog.User;
import dev.karavel.api.security.Keys;
import dev.karavel.security.password.Hashing;
import dev.karavel.security.role.RoleSeed;
import dev.karavel.security.shelf.RoleShelf;
import dev.karavel.security.shelf.TurnedClock;
import dev.karavel.security.shelf.UserShelf;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FirstAccountTest {
    private static final Keys KEYS = purpose -> new byte[32];

    @TempDir
    Path data;

    private final TurnedClock clock = new TurnedClock();
    private final UserShelf users = new UserShelf();
    private final RoleShelf roles = new RoleShelf();
    private final Hashing hashing = new Hashing(Duration.ofSeconds(30));
    private final KnownPeople people = new KnownPeople(users, KEYS, clock);
    private final StoredAccounts accounts = new StoredAccounts(users, roles, hashing, people);
    private final PasswordIdentities identities = new PasswordIdentities(users, hashing, people, clock);
    private Path file;

    @BeforeEach
    void seedRoles() {
        new RoleSeed(roles);
        file = data.resolve("admin-password");
    }

    @Test
    void withoutAGivenPasswordOneIsMadeAndLiesInAFileForItsOwnerOnly() throws IOException {
        start("");
        String password = Files.readString(file).trim();
        assertThat(password).hasSizeGreaterThanOrEqualTo(24);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(identities.signIn("admin", password).isAdmin()).isTrue();
    }

    @Test
    void aGivenPasswordIsUsedAndNotWrittenDown() {
        start("correct otter pylon");
        assertThat(file).doesNotExist();
        assertThat(identities.signIn("admin", "correct otter pylon").isAdmin()).isTrue();
    }

    @Test
    void aWeakGivenPasswordIsNotTaken() throws IOException {
        start("admin");
        assertThat(identities.signIn("admin", Files.readString(file).trim()).isAdmin())
                .isTrue();
    }

    @Test
    void theSecondStartMakesNobody() {
        start("correct otter pylon");
        start("quite another phrase");
        assertThat(users.all()).extracting(User::username).containsExactly("admin");
        assertThat(identities.signIn("admin", "correct otter pylon").isAdmin()).isTrue();
    }

    private void start(String givenPassword) {
        assertThat(new FirstAccount(data, givenPassword, users, accounts)).isNotNull();
    }
}
