package dev.karavel.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.karavel.api.error.ErrorCode;
import dev.karavel.api.error.KaravelException;
import org.junit.jupiter.api.Test;

class EncryptedTextTest {
    private final EncryptedText secrets = new EncryptedText(new DerivedKeys("a key that is long enough for the tests"));

    @Test
    void whatWasEncryptedCanBeReadAgain() {
        String stored = secrets.encrypt("pässword");
        assertThat(stored).startsWith("{enc}").doesNotContain("pässword");
        assertThat(secrets.decrypt(stored)).isEqualTo("pässword");
    }

    @Test
    void theSameTextLooksDifferentEachTime() {
        assertThat(secrets.encrypt("one")).isNotEqualTo(secrets.encrypt("one"));
    }

    @Test
    void encryptedTextIsNotEncryptedTwice() {
        String stored = secrets.encrypt("one");
        assertThat(secrets.encrypt(stored)).isEqualTo(stored);
    }

    @Test
    void textThatWasNeverEncryptedStaysAsItIs() {
        assertThat(secrets.decrypt("plain")).isEqualTo("plain");
    }

    @Test
    void anotherKeyCannotReadIt() {
        String stored = new EncryptedText(new DerivedKeys("another key that is long enough as well")).encrypt("one");
        assertUnreadable(stored);
    }

    @Test
    void changedOrCutTextIsRefused() {
        String stored = secrets.encrypt("one");
        assertUnreadable(stored.substring(0, stored.length() - 4) + "AAAA");
        assertUnreadable("{enc}1:AAAA");
        assertUnreadable("{enc}1:");
        assertUnreadable("{enc}not base64!");
    }

    private void assertUnreadable(String stored) {
        assertThatThrownBy(() -> secrets.decrypt(stored))
                .isInstanceOfSatisfying(
                        KaravelException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.INTERNAL));
    }
}
