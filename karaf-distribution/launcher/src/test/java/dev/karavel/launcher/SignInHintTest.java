package dev.karavel.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SignInHintTest {
    @TempDir
    Path data;

    @Test
    void generatedPasswordIsPointedAtAndNotShown() throws IOException {
        Path file = Files.writeString(data.resolve("admin-password"), "secret");
        assertThat(new SignInHint(file, null).text()).contains(file.toString()).doesNotContain("secret");
    }

    @Test
    void givenPasswordIsNamedByItsVariable() {
        assertThat(new SignInHint(data.resolve("none"), "secret").text())
                .contains("KARAVEL_ADMIN_PASSWORD")
                .doesNotContain("secret");
    }

    @Test
    void nothingIsClaimedWhereNothingIsKnown() {
        assertThat(new SignInHint(data.resolve("none"), null).text()).isEqualTo("sign in as admin");
    }
}
