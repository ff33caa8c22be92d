package dev.karavel.datasource.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.karavel.spi.data.DriverFolder;
import dev.karavel.spi.data.Settings;
import dev.karavel.spi.data.Warehouse;
import dev.karavel.spi.data.WarehouseException;
import dev.karavel.spi.data.WarehouseException.Reason;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OracleTest {
    @TempDir
    static Path folder;

    private final OracleType type = OracleType.with(DriverFolder.at(folder));

    private static Settings settings(Map<String, String> changed) {
        Map<String, String> values =
                new HashMap<>(Map.of("host", "db.example", "database", "SHOP", "user", "ada", "password", "secret"));
        values.putAll(changed);
        return new Settings(values);
    }

    private static void assertReason(Throwable thrown, Reason reason, String field) {
        assertThat(thrown).isInstanceOfSatisfying(WarehouseException.class, e -> {
            assertThat(e.reason()).isEqualTo(reason);
            assertThat(e.field()).isEqualTo(field);
        });
    }

    @Test
    void withoutItsDriverItSaysWhereToGetIt() {
        try (Warehouse warehouse = type.open(settings(Map.of()))) {
            assertThatThrownBy(warehouse::test)
                    .satisfies(e -> assertReason(e, Reason.DRIVER_MISSING, ""))
                    .hasMessageContainingAll("ojdbc11.jar", "https://www.oracle.com/", "folder drivers");
        }
    }

    @Test
    void theAddressIsADescriptorOfCheckedNames() {
        assertThat(type.url(settings(Map.of())))
                .isEqualTo("jdbc:oracle:thin:@(DESCRIPTION=(ADDRESS=(PROTOCOL=TCP)(HOST=db.example)(PORT=1521))"
                        + "(CONNECT_DATA=(SERVICE_NAME=SHOP)))");
        assertThat(type.url(settings(Map.of("tls", "true", "port", "2484", "sid", "XE"))))
                .isEqualTo("jdbc:oracle:thin:@(DESCRIPTION=(ADDRESS=(PROTOCOL=TCPS)(HOST=db.example)(PORT=2484))"
                        + "(CONNECT_DATA=(SID=XE)))");
    }

    @ParameterizedTest
    @CsvSource({
        "host, h)(PORT=1))",
        "host, h/x",
        "host, h:1",
        "host, 'h,b'",
        "database, S)(SERVER=DEDICATED)",
        "database, S?TNS_ADMIN=/tmp",
        "database, S/x",
        "sid, X)(x",
    })
    void namesThatSayMoreAreRefused(String field, String value) {
        assertThatThrownBy(() -> type.open(settings(Map.of(field, value))))
                .satisfies(e -> assertReason(e, Reason.SETTINGS, field));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "oracle.net.tns_admin=/tmp",
                "oracle.net.wallet_location=/tmp",
                "javax.net.ssl.trustStore=/etc/passwd",
                "javax.net.ssl.keyStore=/etc/passwd",
                "oracle.net.ldap.security.authentication=x",
                "oracle.jdbc.config.file=/etc/passwd",
                "oracle.jdbc.provider.username=x",
                "oracle.net.socksProxyHost=elsewhere",
                "oracle.net.httpsProxyHost=elsewhere",
                "oracle.jdbc.accessToken=x",
                "internal_logon=sysdba",
                "proxyClientName=other",
                "user=other",
            })
    void propertiesThatReachFurtherAreRefused(String parameters) {
        assertThatThrownBy(() -> type.open(settings(Map.of("parameters", parameters))))
                .satisfies(e -> assertReason(e, Reason.SETTINGS, "parameters"));
    }

    @ParameterizedTest
    @CsvSource({
        "1017, CREDENTIALS",
        "28000, CREDENTIALS",
        "12514, DATABASE_UNKNOWN",
        "12505, DATABASE_UNKNOWN",
        "12541, PORT_CLOSED",
        "17868, HOST_UNKNOWN",
        "1013, CANCELLED",
        "3113, UNREACHABLE",
        "942, STATEMENT",
        "1456, STATEMENT",
    })
    void numbersAreUnderstood(int number, Reason reason) {
        assertThat(type.reason(new SQLException("ORA-" + number, "66000", number)))
                .isEqualTo(reason);
    }

    @Test
    void anUnknownHostIsToldByItsCause() {
        assertThat(type.reason(new SQLException("ORA-17002", "08006", 17002, new UnknownHostException("h"))))
                .isEqualTo(Reason.HOST_UNKNOWN);
    }

    @Test
    void sqlAlchemyAddressesAreUnderstood() {
        assertThat(values("oracle+cx_oracle://ada:p%40ss@db.example:1522/?service_name=SHOP&encoding=UTF-8"))
                .containsOnly(
                        Map.entry("host", "db.example"),
                        Map.entry("port", "1522"),
                        Map.entry("database", "SHOP"),
                        Map.entry("user", "ada"),
                        Map.entry("password", "p@ss"));
        assertThat(values("oracle://ada:x@db.example:1521/XE")).containsEntry("sid", "XE");
        assertThat(values("oracle+oracledb://ada:x@db.example/?service_name=SHOP&protocol=tcps"))
                .containsEntry("tls", "true");
        assertThat(type.fromAddress("mysql://h/d")).isEmpty();
        assertThatThrownBy(() -> type.fromAddress("oracle+cx_oracle://ada:x@tnsname"))
                .satisfies(e -> assertReason(e, Reason.SETTINGS, "database"));
        assertThatThrownBy(() -> type.fromAddress("oracle://ada:x@h/?service_name=S&mode=SYSDBA"))
                .satisfies(e -> assertReason(e, Reason.SETTINGS, "parameters"));
        assertThatThrownBy(() -> type.fromAddress("oracle://ada:x@h/?service_name=S)(x"))
                .satisfies(e -> assertReason(e, Reason.SETTINGS, "database"));
    }

    private Map<String, String> values(String address) {
        return type.fromAddress(address).orElseThrow().values();
    }
}
