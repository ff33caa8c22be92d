package dev.karavel.datasource.mysql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.karavel.spi.data.Settings;
import dev.karavel.spi.data.WarehouseException;
import dev.karavel.spi.data.WarehouseException.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressTest {
    private final MysqlType mysql = new MysqlType();
    private final MariaDbType mariadb = new MariaDbType();

    @ParameterizedTest
    @ValueSource(
            strings = {"mysql", "mysql+pymysql", "mysql+mysqldb", "mysql+mysqlconnector", "mysql+mariadbconnector"})
    void eachPythonDriverOfMysqlIsUnderstood(String kind) {
        Settings settings = mysql.fromAddress(kind + "://ada:p%40ss@db.example:3307/sales?charset=utf8mb4")
                .orElseThrow();
        assertThat(settings.values())
                .containsOnlyKeys("host", "port", "database", "user", "password")
                .containsEntry("host", "db.example")
                .containsEntry("port", "3307")
                .containsEntry("database", "sales")
                .containsEntry("user", "ada")
                .containsEntry("password", "p@ss");
        assertThat(mariadb.fromAddress(kind + "://ada@h/sales")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"mariadb", "mariadb+mariadbconnector", "mariadb+pymysql"})
    void eachPythonDriverOfMariaDbIsUnderstood(String kind) {
        assertThat(mariadb.fromAddress(kind + "://ada@[::1]/sales")).isPresent();
        assertThat(mysql.fromAddress(kind + "://ada@h/sales")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "connect_timeout=3, connectTimeout=3000",
        "read_timeout=60, socketTimeout=60000",
        "ssl_mode=VERIFY_IDENTITY, sslMode=verify-full",
        "ssl=true, sslMode=trust",
        "local_infile=0&use_unicode=1, ''",
        "sslMode=verify-ca, sslMode=verify-ca",
    })
    void parametersAreTranslated(String python, String ours) {
        Settings settings = mysql.fromAddress("mysql://ada@h/sales?" + python).orElseThrow();
        assertThat(settings.text("parameters").orElse("")).isEqualTo(ours);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "local_infile=1",
                "read_default_file=/etc/passwd",
                "unix_socket=/tmp/x",
                "init_command=DROP TABLE x",
                "ssl_ca=/etc/passwd",
                "ssl_mode=x",
                "connect_timeout=x",
                "allowLocalInfile=true",
                "plugin_dir=/tmp",
            })
    void parametersThatReachFurtherAreRefused(String parameter) {
        assertThatThrownBy(() -> mysql.fromAddress("mysql://ada@h/sales?" + parameter))
                .isInstanceOfSatisfying(WarehouseException.class, e -> {
                    assertThat(e.reason()).isEqualTo(Reason.SETTINGS);
                    assertThat(e.field()).isEqualTo("parameters");
                });
    }

    @Test
    void anIncompleteAddressNamesWhatIsMissing() {
        assertThatThrownBy(() -> mysql.fromAddress("mysql://ada@h"))
                .isInstanceOfSatisfying(
                        WarehouseException.class, e -> assertThat(e.field()).isEqualTo("database"));
    }
}
