package dev.karavel.sql.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.karavel.api.error.KaravelException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressRulesTest {
    private final AddressRules byDefault = new AddressRules(AddressRules.DEFAULT, true);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "169.254.169.254",
                "169.254.1.1",
                "2852039166",
                "::ffff:169.254.169.254",
                "[fe80::1]",
                "fd00:ec2::254",
                "Metadata.Google.Internal",
                "metadata.google.internal.",
                "db.example.invalid,169.254.169.254"
            })
    void metadataServicesAreOutOfReachUnderEveryName(String host) {
        assertThatThrownBy(() -> byDefault.refuse("host", host))
                .isInstanceOfSatisfying(
                        KaravelException.class, e -> assertThat(e.field()).isEqualTo("host"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "localhost", "::1", "10.0.0.7", "no-such-host.invalid", ""})
    void otherHostsAreFree(String host) {
        assertThatCode(() -> byDefault.refuse("host", host)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.8.9.10", "localhost", "::1", "0.0.0.0", "10.0.0.7", "10.255.0.1"})
    void anAdministratorCanCloseMore(String host) {
        AddressRules closed = new AddressRules("10.0.0.0/8, intern.example", false);
        assertThatThrownBy(() -> closed.refuse("host", host)).isInstanceOf(KaravelException.class);
        assertThatThrownBy(() -> closed.refuse("host", "intern.example")).isInstanceOf(KaravelException.class);
    }

    @Test
    void aMistypedRangeIsToldAtOnce() {
        assertThatThrownBy(() -> new AddressRules("300.1.1.1/8", true)).hasMessageContaining("300.1.1.1");
    }
}
