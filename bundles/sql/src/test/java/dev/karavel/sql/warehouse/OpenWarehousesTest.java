package dev.karavel.sql.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.karavel.api.catalog.Database;
import dev.karavel.api.error.ErrorCode;
import dev.karavel.api.error.KaravelException;
import dev.karavel.api.event.Topics;
import dev.karavel.api.security.Secrets;
import dev.karavel.api.sql.Warehouses;
import dev.karavel.spi.data.Settings;
import dev.karavel.spi.data.Warehouse;
import dev.karavel.sql.Databases;
import dev.karavel.sql.HeldType;
import dev.karavel.sql.NetworkType;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.osgi.service.event.Event;

class OpenWarehousesTest {
    private static final Secrets BACKWARDS = new Secrets() {
        @Override
        public String encrypt(String clear) {
            return "{enc}" + new StringBuilder(clear).reverse();
        }

        @Override
        public String decrypt(String stored) {
            return stored.startsWith("{enc}")
                    ? new StringBuilder(stored.substring(5)).reverse().toString()
                    : stored;
        }
    };

    private final HeldType type = new HeldType();
    private final OpenWarehouses warehouses =
            OpenWarehouses.beside("jdbc:postgresql://127.0.0.1:5544/karavel?x=y", BACKWARDS);

    OpenWarehousesTest() {
        warehouses.bindType(type);
    }

    private static Database held(Map<String, String> settings) {
        return Databases.database("held", settings);
    }

    @Test
    void aDatabaseStaysOpenUntilItsSettingsChange() {
        Warehouse first = warehouses.open(held(Map.of("a", "1")));
        assertThat(warehouses.open(held(Map.of("a", "1")))).isSameAs(first);

        Warehouse second = warehouses.open(held(Map.of("a", "2")));
        assertThat(second).isNotSameAs(first);
        assertThat(type.closed).containsExactly(first);
    }

    @Test
    void secretsReachThePluginInClearText() {
        warehouses.open(held(Map.of("password", BACKWARDS.encrypt("open sesame"))));
        assertThat(type.opened).containsExactly(new Settings(Map.of("password", "open sesame")));
    }

    @Test
    void aDeletedDatabaseIsClosed() {
        Warehouse open = warehouses.open(held(Map.of()));
        warehouses.handleEvent(new Event(Topics.DATABASE_CHANGED, Map.of(Topics.ID, 1L, Topics.DELETED, true)));
        assertThat(type.closed).containsExactly(open);
    }

    @Test
    void theKindsAreThoseThatAreThere() {
        assertThat(warehouses.kinds()).extracting(Warehouses.Kind::id).containsExactly("held");
        warehouses.unbindType(type);
        assertThat(warehouses.kinds()).isEmpty();
        assertThatThrownBy(() -> warehouses.open(held(Map.of())))
                .isInstanceOfSatisfying(
                        KaravelException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.PLUGIN_MISSING));
    }

    @Test
    void anUpdatedPluginTakesOver() {
        Warehouse old = warehouses.open(held(Map.of()));
        HeldType newer = new HeldType();
        warehouses.bindType(newer);
        warehouses.unbindType(type);

        assertThat(type.closed).containsExactly(old);
        warehouses.open(held(Map.of()));
        assertThat(newer.opened).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1,5544,karavel",
        "localhost,5544,karavel",
        "LOCALHOST,5544,KARAVEL",
        "::1,5544,karavel",
        "0.0.0.0,5544,karavel",
        "127.1.2.3,5544,karavel"
    })
    void theServersOwnDatabaseCannotBeOpenedUnderAnyName(String host, String port, String name) {
        warehouses.bindType(new NetworkType());
        Database own = Databases.database(
                "network", Map.of("host", host, "port", port, "database", name, "user", "u", "password", "p"));
        assertThatThrownBy(() -> warehouses.open(own)).isInstanceOfSatisfying(KaravelException.class, e -> {
            assertThat(e.code()).isEqualTo(ErrorCode.INVALID_REQUEST);
            assertThat(e.field()).isEqualTo("database");
        });
        assertThatThrownBy(() -> warehouses.test(own)).isInstanceOf(KaravelException.class);
    }

    @ParameterizedTest
    @CsvSource({"127.0.0.1,5544,other", "127.0.0.1,5545,karavel", "192.0.2.7,5544,karavel"})
    void otherDatabasesOfTheSameServerAreFree(String host, String port, String name) {
        warehouses.bindType(new NetworkType());
        assertThat(warehouses.open(Databases.database(
                        "network", Map.of("host", host, "port", port, "database", name, "user", "u", "password", "p"))))
                .isNotNull();
    }

    @Test
    void addressesAreReadByThePluginThatKnowsThem() {
        warehouses.bindType(new NetworkType());
        assertThat(warehouses.read("network://u:p@h/d").backend()).isEqualTo("network");
        assertThatThrownBy(() -> warehouses.read("oracle://u:p@h/d"))
                .isInstanceOfSatisfying(
                        KaravelException.class, e -> assertThat(e.field()).isEqualTo("sqlalchemy_uri"));
    }

    @Test
    void aTestNamesTheSettingThatIsWrong() {
        warehouses.bindType(new NetworkType());
        Database wrong = Databases.database(
                "network",
                Map.of("host", "no-such-host.invalid", "port", "1", "database", "d", "user", "u", "password", "p"));
        assertThatThrownBy(() -> warehouses.test(wrong)).isInstanceOfSatisfying(KaravelException.class, e -> {
            assertThat(e.code()).isEqualTo(ErrorCode.WAREHOUSE_UNREACHABLE);
            assertThat(e.field()).isEqualTo("host");
            assertThat(e.getMessage()).contains("host name is unknown").doesNotContain("no-such-host");
        });
    }
}
