package dev.karavel.datasource.sqlserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.karavel.spi.data.Settings;
import dev.karavel.spi.data.Warehouse;
import dev.karavel.spi.data.WarehouseException;
import dev.karavel.spi.data.WarehouseException.Reason;
import java.io.IOException;
import java.net.ServerSocket;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SqlServerTest {
    private final SqlServerType type = new SqlServerType();

    private static Settings settings(Map<String, String> changed) {
        Map<String, String> values = new HashMap<>(Map.of("host", "127.0.0.1", "user", "ada", "password", "secret"));
        values.putAll(changed);
        return new Settings(values);
    }

    private static void assertReason(Throwable thrown, Reason reason, String field) {
        assertThat(thrown).isInstanceOfSatisfying(WarehouseException.class, e -> {
            assertThat(e.reason()).isEqualTo(reason);
            assertThat(e.field()).isEqualTo(field);
        });
    }

    private void assertConnecting(Map<String, String> changed, Reason reason, String field) {
        try (Warehouse wrong = type.open(settings(changed))) {
            assertThatThrownBy(wrong::test).satisfies(e -> assertReason(e, reason, field));
        }
    }

    @Test
    void eachFailureToConnectNamesItsSetting() throws IOException {
        int closed;
        try (ServerSocket socket = new ServerSocket(0)) {
            closed = socket.getLocalPort();
        }
        assertConnecting(Map.of("host", "no-such-host.invalid"), Reason.HOST_UNKNOWN, "host");
        assertConnecting(Map.of("port", "" + closed), Reason.PORT_CLOSED, "port");
    }

    @ParameterizedTest
    @CsvSource({
        "18456, CREDENTIALS",
        "18488, CREDENTIALS",
        "4060, DATABASE_UNKNOWN",
        "1222, TIMEOUT",
        "40613, UNREACHABLE",
        "208, STATEMENT",
    })
    void numbersOfTheServerAreUnderstood(int number, Reason reason) {
        assertThat(type.reason(new SQLException("Whatever it says", "S0001", number)))
                .isEqualTo(reason);
    }

    @Test
    void theDriversOwnFailuresAreUnderstood() {
        assertThat(type.reason(new SQLTimeoutException("The query has timed out.", "HY008")))
                .isEqualTo(Reason.TIMEOUT);
        assertThat(type.reason(new SQLException("The query was canceled.", "HY008")))
                .isEqualTo(Reason.CANCELLED);
        assertThat(type.reason(new SQLException(
                        "\"Encrypt\" property is set to \"true\" but PKIX path building failed", "08S01")))
                .isEqualTo(Reason.TLS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "trustStore=/etc/passwd",
                "trustStoreType=x",
                "trustManagerClass=java.lang.String",
                "socketFactoryClass=java.lang.String",
                "accessTokenCallbackClass=x",
                "keyStoreLocation=/tmp/x",
                "clientCertificate=/etc/passwd",
                "clientKey=/etc/passwd",
                "jaasConfigurationName=x",
                "authenticationScheme=JavaKerberos",
                "integratedSecurity=true",
                "serverName=elsewhere",
                "failoverPartner=elsewhere",
                "databaseName=master",
                "selectMethod=cursor",
                "encrypt=false&trustStore=/etc/passwd",
                "EncrypT=false",
            })
    void propertiesThatReachFurtherAreRefused(String parameters) {
        assertThatThrownBy(() -> type.open(settings(Map.of("parameters", parameters))))
                .satisfies(e -> assertReason(e, Reason.SETTINGS, "parameters"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"h;trustStore=/etc/passwd", "h\\instance", "h:1433", "a,b", "h/x", "h h", "{h}", ""})
    void hostsThatSayMoreAreRefused(String host) {
        assertThatThrownBy(() -> type.open(settings(Map.of("host", host))))
                .satisfies(e -> assertReason(e, Reason.SETTINGS, "host"));
    }

    @Test
    void nothingOfASettingGetsIntoTheAddress() {
        Settings settings = settings(Map.of("database", "x;trustServerCertificate=true", "port", "1433"));
        assertThat(type.url(settings)).isEqualTo("jdbc:sqlserver://");
        assertThat(type.properties(settings))
                .containsEntry("databaseName", "x;trustServerCertificate=true")
                .doesNotContainKey("trustServerCertificate");
    }

    @Test
    void sqlAlchemyAddressesAreUnderstood() {
        assertThat(values("mssql+pymssql://ada:p%40ss@db.example:1444/sales?charset=utf8"))
                .containsOnly(
                        Map.entry("host", "db.example"),
                        Map.entry("port", "1444"),
                        Map.entry("database", "sales"),
                        Map.entry("user", "ada"),
                        Map.entry("password", "p@ss"));
        assertThat(
                        values(
                                "mssql+pyodbc://ada:x@db/sales?driver=ODBC+Driver+18+for+SQL+Server&Encrypt=yes&TrustServerCertificate=yes"))
                .containsEntry("parameters", "encrypt=true&trustServerCertificate=true");
        assertThat(values(
                        "mssql+pyodbc:///?odbc_connect=DRIVER%3D%7BODBC+Driver+18+for+SQL+Server%7D%3BSERVER%3Dtcp%3Adb.example"
                                + "%2C1444%3BDATABASE%3Dsales%3BUID%3Dada%3BPWD%3D%7Ba%3Bb%7D%3BEncrypt%3Dno"))
                .containsOnly(
                        Map.entry("host", "db.example"),
                        Map.entry("port", "1444"),
                        Map.entry("database", "sales"),
                        Map.entry("user", "ada"),
                        Map.entry("password", "a;b"),
                        Map.entry("parameters", "encrypt=false"));
        assertThat(type.fromAddress("postgresql://h/d")).isEmpty();
        assertThatThrownBy(() -> type.fromAddress("mssql+pyodbc://u@h/d?trustStore=/etc/passwd"))
                .satisfies(e -> assertReason(e, Reason.SETTINGS, "parameters"));
        assertThatThrownBy(() -> type.fromAddress("mssql+pyodbc:///?odbc_connect=DSN%3Dmine"))
                .satisfies(e -> assertReason(e, Reason.SETTINGS, "host"));
    }

    private Map<String, String> values(String address) {
        return type.fromAddress(address).orElseThrow().values();
    }

    @Test
    void aLimitFollowsAnOrderOrMakesOne() {
        SqlServerDialect dialect = new SqlServerDialect();
        assertThat(dialect.limit("SELECT 'ORDER BY' AS \"order by\" FROM (SELECT 1 AS a ORDER BY a) t", 5, 0))
                .endsWith("t\nORDER BY (SELECT NULL)\nOFFSET 0 ROWS FETCH NEXT 5 ROWS ONLY");
        assertThat(dialect.limit("SELECT a FROM t -- ORDER BY a", 5, 0)).contains("\nORDER BY (SELECT NULL)\n");
        assertThat(dialect.limit("SELECT a FROM t order by a", 5, 2))
                .isEqualTo("SELECT a FROM t order by a\nOFFSET 2 ROWS FETCH NEXT 5 ROWS ONLY");
        assertThat(dialect.limit("SELECT DISTINCT a FROM t", 5, 0)).contains("\nORDER BY 1\n");
        assertThat(dialect.limit("SELECT a FROM t", 0, 0)).isEqualTo("SELECT a FROM t");
    }

    @Test
    void emptyValuesComeLastWhereAnAliasMayNotStandInAnExpression() {
        SqlServerDialect dialect = new SqlServerDialect();
        String key = "CASE WHEN \"x\" IS NULL THEN 1 ELSE 0 END, \"x\" ";
        assertThat(dialect.page("SELECT UPPER(\"a\") AS \"x\" FROM t", List.of(key + "ASC"), 5, 0))
                .isEqualTo("SELECT *\nFROM (\nSELECT UPPER(\"a\") AS \"x\" FROM t\n) \"paged\"\nORDER BY " + key
                        + "ASC\nOFFSET 0 ROWS FETCH NEXT 5 ROWS ONLY");
        assertThat(dialect.page("SELECT \"x\" AS \"x\" FROM t", List.of(key + "ASC"), 5, 0))
                .startsWith("SELECT \"x\" AS \"x\" FROM t\nORDER BY CASE");
        assertThat(dialect.page("SELECT UPPER(\"a\") AS \"x\" FROM t", List.of(key + "DESC"), 5, 0))
                .contains("\nORDER BY \"x\" DESC\n");
    }
}
