package dev.karavel.datasource.clickhouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.karavel.spi.data.Settings;
import dev.karavel.spi.data.WarehouseException;
import dev.karavel.spi.data.WarehouseException.Reason;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressTest {
    private final ClickHouseType type = new ClickHouseType();

    @ParameterizedTest
    @CsvSource({
        "clickhousedb://ada:p%40ss@h:8123/sales, 8123, ''",
        "clickhousedb+connect://ada:p%40ss@h:8443/sales, 8443, true",
        "clickhousedb://ada:p%40ss@h/sales?secure=true, 8443, true",
        "clickhouse+http://ada:p%40ss@h:8123/sales?protocol=https, 8123, true",
        "clickhouse+native://ada:p%40ss@h:9000/sales, 8123, ''",
        "clickhouse+native://ada:p%40ss@h:9440/sales?secure=True, 8443, true",
    })
    void eachFormIsUnderstood(String address, String port, String tls) {
        Settings settings = type.fromAddress(address).orElseThrow();
        assertThat(settings.values())
                .containsEntry("host", "h")
                .containsEntry("port", port)
                .containsEntry("database", "sales")
                .containsEntry("user", "ada")
                .containsEntry("password", "p@ss");
        assertThat(settings.text("ssl").orElse("")).isEqualTo(tls);
    }

    @Test
    void whatIsLeftOutIsTheServersDefault() {
        assertThat(type.fromAddress("clickhousedb://h").orElseThrow().values()).isEqualTo(Map.of("host", "h"));
        assertThat(type.fromAddress("clickhousedb://h/d?connect_timeout=3&compression=lz4")
                        .orElseThrow()
                        .text("parameters"))
                .contains("compress=true&connection_timeout=3000");
        assertThat(type.fromAddress("postgresql://h/d")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ssl_key=/etc/passwd",
                "sslcert=/etc/passwd",
                "sslrootcert=/etc/passwd",
                "ssl_key_store=/etc/passwd",
                "trust_store=/etc/passwd",
                "proxy_host=other",
                "type_hint_mapping=String=java.lang.Runtime",
                "jdbc_type_mappings=Int8=java.lang.Runtime",
                "typeMappings=Int8=java.lang.Runtime",
                "clickhouse_setting_readonly=0",
                "custom_settings=readonly=0",
                "custom_http_params=readonly=0",
                "http_header_x=y",
                "user=other",
                "retry=99",
                "compress=true&proxy_host=other",
            })
    void propertiesThatReachFurtherAreRefused(String parameters) {
        refused(Map.of("parameters", parameters), "parameters");
    }

    @ParameterizedTest
    @ValueSource(strings = {"h/other?ssl=false", "h:1/x", "a,b", "/tmp", "h?x=y", "h h", "h#x", "a@b"})
    void hostsThatSayMoreAreRefused(String host) {
        refused(Map.of("host", host), "host");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a?ssl=false", "a/b", "a#b", "a%2Fb", "a;b", "a&b"})
    void databasesThatSayMoreAreRefused(String name) {
        refused(Map.of("database", name), "database");
    }

    private void refused(Map<String, String> changed, String field) {
        Map<String, String> values = new HashMap<>(Map.of("host", "h"));
        values.putAll(changed);
        assertThatThrownBy(() -> type.open(new Settings(values)))
                .isInstanceOfSatisfying(WarehouseException.class, e -> {
                    assertThat(e.reason()).isEqualTo(Reason.SETTINGS);
                    assertThat(e.field()).isEqualTo(field);
                });
    }
}
