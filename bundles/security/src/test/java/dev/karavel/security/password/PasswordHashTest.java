package dev.karavel.security.password;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordHashTest {
    /** A vector of the reference implementation's own tests. */
    private static final String REFERENCE =
            "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";

    @Test
    void checksAHashOfTheReferenceImplementation() {
        PasswordHash hash = PasswordHash.parse(REFERENCE).orElseThrow();
        assertThat(hash.matches("password")).isTrue();
        assertThat(hash.matches("Password")).isFalse();
        assertThat(hash).hasToString(REFERENCE);
    }

    @Test
    void newHashesHaveTheRecommendedCost() {
        String text = PasswordHash.of("gräßlich lange Wörter").toString();
        assertThat(text).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(PasswordHash.parse(text).orElseThrow().matches("gräßlich lange Wörter"))
                .isTrue();
    }

    @Test
    void theSamePasswordIsHashedDifferentlyEachTime() {
        assertThat(PasswordHash.of("one").toString())
                .isNotEqualTo(PasswordHash.of("one").toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "password",
                "$2b$12$abcdefghijklmnopqrstuv",
                "pbkdf2:sha256:600000$x$y",
                "$argon2i$v=19$m=65536,t=2,p=1$c29tc2FsdA$AAAA",
                "$argon2id$v=19$m=999999999999,t=2,p=1$c29tc2FsdA$AAAA"
            })
    void otherTextIsNoHash(String text) {
        assertThat(PasswordHash.parse(text)).isEmpty();
    }
}
