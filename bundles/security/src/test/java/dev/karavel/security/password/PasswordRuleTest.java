package dev.karavel.security.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.karavel.api.error.ErrorCode;
import dev.karavel.api.error.KaravelException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRuleTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "short",
                "ninechars",
                "password12",
                "P@ssw0rd2026!",
                "Welcome12345",
                "qwertyuiop",
                "1234567890",
                "aaaaaaaaaaaaaaaa",
                "ababababababab",
                "changeme!!!",
                "mary.miller",
                "xx-mary-1990"
            })
    void guessablePasswordsAreRefused(String password) {
        assertThat(PasswordRule.fault(password, "mary")).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "correct otter pylon",
                "tK4-wq9Zp_",
                "ein paar Wörter mehr",
                "AGuTIhmfhdJ5KWIW_GeFHBMw",
                "83-17-4402-91-6655"
            })
    void longOnesNobodyTriesFirstAreTaken(String password) {
        assertThat(PasswordRule.fault(password, "mary")).isEmpty();
    }

    @Test
    void theRefusalSaysWhatWouldBeRightAndRepeatsNothing() {
        assertThatThrownBy(() -> PasswordRule.check("hunter2", "mary"))
                .isInstanceOfSatisfying(KaravelException.class, e -> {
                    assertThat(e.code()).isEqualTo(ErrorCode.INVALID_REQUEST);
                    assertThat(e.field()).isEqualTo("password");
                })
                .hasMessageContaining("at least 10 characters")
                .hasMessageNotContaining("hunter2");
    }
}
