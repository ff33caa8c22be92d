package dev.karavel.datasource.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.karavel.spi.data.DataSourceType;
import dev.karavel.spi.data.DriverFolder;
import dev.karavel.spi.data.Settings;
import dev.karavel.spi.data.Warehouse;
import dev.karavel.spi.data.WarehouseException;
import dev.karavel.spi.data.WarehouseException.Reason;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CloudTest {
    private static final String KEY =
            "{\"type\": \"service_account\", \"project_id\": \"acme\", \"private_key\": \"-----BEGIN\\nx\", \"client_email\": \"a@b\"}";

    @TempDir
    static Path folder;

    private final Map<String, CloudType> types = Map.of(
            "redshift", RedshiftType.with(DriverFolder.at(folder)),
            "snowflake", SnowflakeType.with(DriverFolder.at(folder)),
            "databricks", DatabricksType.with(DriverFolder.at(folder)),
            "bigquery", BigQueryType.with(DriverFolder.at(folder)));

    private static final Map<String, Map<String, String>> SETTINGS = Map.of(
            "redshift", Map.of("host", "h", "database", "d", "user", "u", "password", "p"),
            "snowflake", Map.of("account", "acme-one", "user", "u", "password", "p", "database", "d"),
            "databricks", Map.of("host", "h", "http_path", "/sql/1.0/warehouses/a", "token", "t"),
            "bigquery", Map.of("project", "acme-shop", BigQueryType.CREDENTIALS, KEY));

    private Warehouse open(String id, String name, String value) {
        Map<String, String> values = new HashMap<>(SETTINGS.get(id));
        values.put(name, value);
        return types.get(id).open(new Settings(values));
    }

    private static void assertReason(Throwable thrown, Reason reason, String field) {
        assertThat(thrown).isInstanceOfSatisfying(WarehouseException.class, e -> {
            assertThat(e.reason()).isEqualTo(reason);
            assertThat(e.field()).isEqualTo(field);
        });
    }

    @ParameterizedTest
    @CsvSource({
        "redshift, redshift-jdbc42.jar",
        "snowflake, snowflake-jdbc.jar",
        "databricks, databricks-jdbc.jar",
        "bigquery, sub-folder",
    })
    void withoutItsDriverEachSaysWhereToGetIt(String id, String file) {
        DataSourceType type = types.get(id);
        try (Warehouse warehouse = type.open(new Settings(SETTINGS.get(id)))) {
            assertThatThrownBy(warehouse::test)
                    .satisfies(e -> assertReason(e, Reason.DRIVER_MISSING, ""))
                    .hasMessageContainingAll(file, "https://", "folder drivers");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "redshift, sslRootCert=/etc/passwd",
        "redshift, plugin_name=java.lang.String",
        "redshift, socketFactory=java.lang.String",
        "redshift, IAM=1",
        "redshift, Profile=x",
        "redshift, LogPath=/tmp",
        "redshift, iniFile=/etc/passwd",
        "redshift, readOnlyMode=ignore",
        "snowflake, authenticator=externalbrowser",
        "snowflake, authenticator=https://elsewhere",
        "snowflake, private_key_file=/etc/passwd",
        "snowflake, enablePutGet=true",
        "snowflake, tracing=ALL",
        "snowflake, proxyHost=elsewhere",
        "snowflake, useProxy=true",
        "snowflake, client_config_file=/etc/passwd",
        "snowflake, serverURL=elsewhere",
        "snowflake, MULTI_STATEMENT_COUNT=0",
        "databricks, SSLTrustStore=/etc/passwd",
        "databricks, UseProxy=1",
        "databricks, ProxyHost=elsewhere",
        "databricks, LogPath=/tmp",
        "databricks, AuthMech=11",
        "databricks, Auth_JWT_Key_File=/etc/passwd",
        "databricks, VolumeOperationAllowedLocalPaths=/",
        "bigquery, OAuthPvtKeyPath=/etc/passwd",
        "bigquery, OAuthType=3",
        "bigquery, ProxyHost=elsewhere",
        "bigquery, EndpointOverrides=elsewhere",
        "bigquery, LogPath=/tmp",
        "bigquery, EnableWriteAPI=1",
    })
    void propertiesThatReachFurtherAreRefused(String id, String parameters) {
        assertThatThrownBy(() -> open(id, "parameters", parameters))
                .satisfies(e -> assertReason(e, Reason.SETTINGS, "parameters"));
    }

    @ParameterizedTest
    @CsvSource({
        "redshift, host, h/x?y=z",
        "redshift, host, h:1",
        "redshift, port, 70000",
        "snowflake, account, evil.com/",
        "snowflake, account, a@b",
        "snowflake, account, a?b=c",
        "snowflake, private_key, /etc/passwd",
        "databricks, host, h;AuthMech=11",
        "databricks, http_path, /sql;ProxyHost=h",
        "databricks, http_path, warehouses",
        "bigquery, project, p;OAuthType=3",
        "bigquery, dataset, d;x",
        "bigquery, location, EU;x",
    })
    void namesThatSayMoreAreRefused(String id, String field, String value) {
        assertThatThrownBy(() -> open(id, field, value)).satisfies(e -> assertReason(e, Reason.SETTINGS, field));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/etc/passwd",
                "{}",
                "{\"type\":\"external_account\",\"credential_source\":{\"file\":\"/etc/passwd\"}}",
                "{\"type\":\"external_account\",\"private_key\":\"k\",\"client_email\":\"e\"}",
                "{\"type\":\"service_account\",\"type\":\"external_account\",\"private_key\":\"k\",\"client_email\":\"e\"}",
                "{\"type\":\"service_account\",\"private_key\":\"k\",\"client_email\":\"e\",\"x\":{\"file\":\"/etc/passwd\"}}",
                "{\"type\":\"service_account\",\"private_key\":\"k\",\"client_email\":\"e\"} trailing",
                "{\"type\":\"service_account\",\"client_email\":\"e\"}",
                "[\"type\"]",
            })
    void credentialsOtherThanAKeyAreRefused(String credentials) {
        assertThatThrownBy(() -> open("bigquery", BigQueryType.CREDENTIALS, credentials))
                .satisfies(e -> assertReason(e, Reason.SETTINGS, BigQueryType.CREDENTIALS));
    }

    @Test
    void aKeyKeepsNothingThatLeadsElsewhere() {
        ServiceAccount account = ServiceAccount.of(
                KEY.replace("}", ", \"token_uri\": \"https://elsewhere\", \"universe_domain\": \"elsewhere\"}"), "key");
        assertThat(account.email()).isEqualTo("a@b");
        assertThat(account.json())
                .doesNotContain("elsewhere")
                .contains("\"private_key\":\"-----BEGIN\\nx\"", "https://oauth2.googleapis.com/token");
        assertThat(account).hasToString("ServiceAccount[a@b]");
    }

    @ParameterizedTest
    @CsvSource({
        "390100, CREDENTIALS",
        "390144, CREDENTIALS",
        "390201, DATABASE_UNKNOWN",
        "604, CANCELLED",
        "630, TIMEOUT",
        "2003, STATEMENT",
    })
    void numbersOfSnowflakeAreUnderstood(int number, Reason reason) {
        assertThat(((SnowflakeType) types.get("snowflake")).reason(new SQLException("x", "02000", number)))
                .isEqualTo(reason);
    }

    @Test
    void whatDatabricksSaysInWordsIsUnderstood() {
        DatabricksType type = (DatabricksType) types.get("databricks");
        assertThat(type.reason(new SQLException("Error Message: [java.net.UnknownHostException: h]", "08000")))
                .isEqualTo(Reason.HOST_UNKNOWN);
        assertThat(type.reason(new SQLException("failed: Connection refused", "08000")))
                .isEqualTo(Reason.PORT_CLOSED);
        assertThat(type.reason(new SQLException("HTTP Response code: 401", "08000")))
                .isEqualTo(Reason.CREDENTIALS);
    }

    @Test
    void addressesOfRedshiftAndSnowflakeAreUnderstood() {
        assertThat(values("redshift", "redshift+psycopg2://ada:p%40ss@h.example:5440/shop?sslmode=require"))
                .containsOnly(
                        Map.entry("host", "h.example"),
                        Map.entry("port", "5440"),
                        Map.entry("database", "shop"),
                        Map.entry("user", "ada"),
                        Map.entry("password", "p@ss"),
                        Map.entry("parameters", "sslMode=require"));
        assertThat(values("redshift", "redshift+redshift_connector://ada:x@h/shop"))
                .containsEntry("host", "h");
        assertThat(values("snowflake", "snowflake://ada:x@xy12345.eu-west-1/shop/public?warehouse=small&role=reader"))
                .containsOnly(
                        Map.entry("account", "xy12345.eu-west-1"),
                        Map.entry("user", "ada"),
                        Map.entry("password", "x"),
                        Map.entry("database", "shop"),
                        Map.entry("schema", "public"),
                        Map.entry("warehouse", "small"),
                        Map.entry("role", "reader"));
        assertThatThrownBy(() -> values("snowflake", "snowflake://ada:x@a/d?authenticator=externalbrowser"))
                .satisfies(e -> assertReason(e, Reason.SETTINGS, "parameters"));
    }

    @Test
    void addressesOfDatabricksAndBigQueryAreUnderstood() {
        assertThat(
                        values(
                                "databricks",
                                "databricks+connector://token:dapi1@h.example:443/sales?http_path=/sql/1.0/warehouses/a&catalog=main"))
                .containsOnly(
                        Map.entry("host", "h.example"),
                        Map.entry("port", "443"),
                        Map.entry("token", "dapi1"),
                        Map.entry("http_path", "/sql/1.0/warehouses/a"),
                        Map.entry("catalog", "main"),
                        Map.entry("schema", "sales"));
        String encoded = Base64.getUrlEncoder().encodeToString(KEY.getBytes(StandardCharsets.UTF_8));
        assertThat(values("bigquery", "bigquery://acme-shop/sales?location=EU&credentials_base64=" + encoded))
                .containsOnly(
                        Map.entry("project", "acme-shop"),
                        Map.entry("dataset", "sales"),
                        Map.entry("location", "EU"),
                        Map.entry(BigQueryType.CREDENTIALS, KEY));
        assertThatThrownBy(() -> values("bigquery", "bigquery://acme-shop?credentials_path=/etc/passwd"))
                .satisfies(e -> assertReason(e, Reason.SETTINGS, BigQueryType.CREDENTIALS));
        assertThat(types.get("bigquery").fromAddress("redshift://h/d")).isEmpty();
    }

    private Map<String, String> values(String id, String address) {
        return types.get(id).fromAddress(address).orElseThrow().values();
    }
}
