package dev.karavel.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StartRuleTest {
    private static final String GOOD = "b3RoZXJ3aXNlIHRoaXMgd291bGQgbm90IGJlIHJhbmRvbQ";

    @TempDir
    Path data;

    private Path file;
    private StartRule rule;

    @BeforeEach
    void lookIntoTheDataFolder() {
        file = data.resolve("not-there-yet/secret-key");
        rule = new StartRule(new KeyFile(file));
    }

    @Test
    void aConfiguredKeyIsUsedAndNoFileIsMade() throws Exception {
        assertThat(rule.key(GOOD, "jdbc:postgresql://db/karavel")).isEqualTo(GOOD);
        assertThat(file).doesNotExist();
    }

    @Test
    void aSingleNodeMakesItsOwnKeyOnceForItsOwnerOnly() throws Exception {
        String made = rule.key("", "");
        assertThat(made).hasSizeGreaterThanOrEqualTo(SecretKeyRule.SHORTEST);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(new StartRule(new KeyFile(file)).key(" ", "jdbc:derby:/data/metadata;create=true"))
                .isEqualTo(made);
    }

    @Test
    void twoNodesMakeDifferentKeys() throws Exception {
        assertThat(rule.key("", "")).isNotEqualTo(new StartRule(new KeyFile(data.resolve("other"))).key("", ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"jdbc:postgresql://db/karavel", "jdbc:derby://db:1527/karavel", "JDBC:mysql://db/karavel"})
    void aRemoteMetadataDatabaseNeedsAConfiguredKeyEvenIfThisNodeHasOne(String url) throws Exception {
        rule.key("", "");
        assertRefused(
                "",
                url,
                "no secret key is configured",
                "KARAVEL_SECRET_KEY",
                "openssl rand -base64 42",
                file.toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CHANGE_ME_TO_A_COMPLEX_RANDOM_SECRET",
                "CHANGEME-CHANGEME-CHANGEME-CHANGEME",
                "thisISaSECRET_1234",
                "YOUR_OWN_RANDOM_GENERATED_SECRET_KEY",
                "<at least 32 random bytes go in here>",
                "TEST_NON_DEV_SECRET"
            })
    void anExampleKeyIsRefused(String key) {
        assertRefused(key, "", "is an example", "KARAVEL_SECRET_KEY", "openssl rand -base64 42");
    }

    @Test
    void aShortKeyIsRefusedWithoutRepeatingIt() {
        assertRefused("8byteskey", "", "9 bytes", "at least 32");
        assertThatThrownBy(() -> rule.key("8byteskey", "")).hasMessageNotContaining("8byteskey");
    }

    @Test
    void aKeyOfFewCharactersIsRefused() {
        assertRefused("abcabcabcabcabcabcabcabcabcabcabcabcabc", "", "can be guessed");
    }

    @Test
    void aDamagedKeyFileIsRefusedAndKept() throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "cut");
        assertRefused("", "", file.toString(), "backup");
        assertThat(file).hasContent("cut");
    }

    private void assertRefused(String key, String url, String... words) {
        assertThatThrownBy(() -> rule.key(key, url))
                .isInstanceOf(StartRefused.class)
                .hasMessageStartingWith("Karavel does not start: ")
                .hasMessageContainingAll(words)
                .hasMessageNotContaining("\n");
    }
}
