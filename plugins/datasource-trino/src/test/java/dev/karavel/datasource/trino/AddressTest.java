package dev.karavel.datasource.trino;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.karavel.spi.data.Settings;
import dev.karavel.spi.data.WarehouseException;
import dev.karavel.spi.data.WarehouseException.Reason;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressTest {
    private final TrinoType type = new TrinoType();

    private Map<String, String> values(String address) {
        return type.fromAddress(address).orElseThrow().values();
    }

    @Test
    void addressesAreUnderstood() {
        assertThat(values("trino://ada@db.example:8080/hive/sales"))
                .isEqualTo(Map.of(
                        "host", "db.example", "port", "8080", "database", "hive", "schema", "sales", "user", "ada"));
        assertThat(values("trino://ada@db.example/hive")).doesNotContainKeys("schema", "port", "ssl");
        assertThat(values("trino://ada:p%40ss@db.example:443/hive?verify=false&source=board"))
                .containsEntry("password", "p@ss")
                .containsEntry("ssl", "true")
                .containsEntry("parameters", "SSLVerification=NONE&source=board");
        assertThat(values("trino://ada@h/hive?http_scheme=https&access_token=x.y.z"))
                .containsEntry("access_token", "x.y.z")
                .containsEntry("ssl", "true")
                .doesNotContainKey("parameters");
        assertThat(type.fromAddress("presto://ada@h/hive")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SSLKeyStorePath=/etc/passwd",
                "SSLTrustStorePath=/etc/passwd",
                "SSLUseSystemKeyStore=true",
                "KerberosKeytabPath=/etc/passwd",
                "KerberosConfigPath=/etc/passwd",
                "KerberosCredentialCachePath=/etc/passwd",
                "dnsResolver=java.lang.String",
                "dnsResolverContext=x",
                "externalAuthentication=true",
                "externalAuthenticationRedirectHandlers=OPEN",
                "httpProxy=other:80",
                "socksProxy=other:80",
                "sessionUser=root",
                "sessionProperties=query_max_run_time:10d",
                "extraCredentials=a:b",
                "extraHeaders=a:b",
                "disallowLocalRedirect=false",
                "user=other",
                "source=a&httpProxy=other:80",
            })
    void propertiesThatReachFurtherAreRefused(String parameters) {
        refused(Map.of("parameters", parameters), "parameters");
        assertThatThrownBy(() -> type.fromAddress("trino://ada@h/hive?" + parameters))
                .isInstanceOf(WarehouseException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"h/other?SSL=false", "h:1/x", "a,b", "/tmp", "h?x=y", "h h", "h#x", "a@b"})
    void hostsThatSayMoreAreRefused(String host) {
        refused(Map.of("host", host), "host");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a?SSL=false", "a/b", "a#b", "a%2Fb", "a;b", "a&b"})
    void namesThatSayMoreAreRefused(String name) {
        refused(Map.of("database", name), "database");
        refused(Map.of("schema", name), "schema");
    }

    private void refused(Map<String, String> changed, String field) {
        Map<String, String> values = new HashMap<>(Map.of("host", "h", "database", "hive", "user", "ada"));
        values.putAll(changed);
        assertThatThrownBy(() -> type.open(new Settings(values)))
                .isInstanceOfSatisfying(WarehouseException.class, e -> {
                    assertThat(e.reason()).isEqualTo(Reason.SETTINGS);
                    assertThat(e.field()).isEqualTo(field);
                });
    }
}
