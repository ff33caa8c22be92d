package dev.karavel.spi.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkPlaceTest {
    private static Settings at(String host, String port) {
        return new Settings(Map.of("host", host, "port", port));
    }

    @ParameterizedTest
    @CsvSource({
        "db.example,5432,db.example:5432",
        " 127.0.0.1 ,1,127.0.0.1:1",
        "::1,65535,[::1]:65535",
        "fe80::1:2,8080,[fe80::1:2]:8080"
    })
    void aNameOrAnAddressStandsInAUrl(String host, String port, String expected) {
        assertThat(NetworkPlace.of(at(host, port), 9).inUrl()).isEqualTo(expected);
    }

    @Test
    void theUsualPortIsTakenWhereNoneIsGiven() {
        assertThat(NetworkPlace.of(new Settings(Map.of("host", "h")), 5432).port())
                .isEqualTo(5432);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a/b", "a?b=c", "a:1,b", "a b", "-a", "a;x=y", "a@b", "[::1]", "a#b", "é", "a\nb"})
    void whatLeadsOutOfItsPlaceIsNoHost(String host) {
        refused(host, "1", "host");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "65536", "1x", "999999999999"})
    void aPortIsANumberOfTheNetwork(String port) {
        refused("h", port, "port");
    }

    @Test
    void aDriverThatKnowsNoOtherTakesNamesOnly() {
        assertThat(NetworkPlace.named(at("h", "1"), 1).host()).isEqualTo("h");
        assertThatThrownBy(() -> NetworkPlace.named(at("::1", "1"), 1))
                .isInstanceOfSatisfying(
                        WarehouseException.class, e -> assertThat(e.field()).isEqualTo("host"));
    }

    private static void refused(String host, String port, String field) {
        assertThatThrownBy(() -> NetworkPlace.of(at(host, port), 1))
                .isInstanceOfSatisfying(WarehouseException.class, e -> {
                    assertThat(e.reason()).isEqualTo(WarehouseException.Reason.SETTINGS);
                    assertThat(e.field()).isEqualTo(field);
                });
    }
}
