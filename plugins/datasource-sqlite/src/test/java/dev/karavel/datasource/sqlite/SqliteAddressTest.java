package dev.karavel.datasource.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.karavel.spi.data.Settings;
import dev.karavel.spi.data.Warehouse;
import dev.karavel.spi.data.WarehouseException;
import dev.karavel.spi.data.WarehouseException.Reason;
import dev.karavel.spi.data.WarehouseFolders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SqliteAddressTest {
    @TempDir
    Path data;

    private SqliteType type;

    @BeforeEach
    void open() {
        type = SqliteType.in(new WarehouseFolders(List.of(data)));
    }

    @Test
    void eachFailureToConnectIsToldApart() throws IOException {
        Files.writeString(data.resolve("letter.db"), "This is a letter, not a database. ".repeat(100));
        for (String file : List.of("nothing.db", "letter.db")) {
            try (Warehouse wrong = type.open(new Settings(Map.of("path", file)))) {
                assertThatThrownBy(wrong::test).satisfies(e -> {
                    assertReason(e, Reason.DATABASE_UNKNOWN);
                    assertThat(((WarehouseException) e).field()).isEqualTo("path");
                });
            }
        }
        assertThat(data.resolve("nothing.db")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../shop.db",
                "/etc/passwd",
                ":memory:",
                "file:/etc/passwd",
                "shop.db?vfs=unix-none",
                "shop.db?mode=rwc",
                "a/../../x.db",
                ".hidden.db",
                ":resource:x.db",
                "%2e%2e/x.db",
                ""
            })
    void onlyTheFoldersOfWarehousesAreReached(String path) {
        assertThatThrownBy(() -> type.open(new Settings(Map.of("path", path))))
                .satisfies(e -> assertReason(e, Reason.SETTINGS));
    }

    @Test
    void aLinkOutOfTheFolderIsRefused(@TempDir Path elsewhere) throws IOException {
        Path target = Files.createFile(elsewhere.resolve("secret.db"));
        Files.createSymbolicLink(data.resolve("link.db"), target);
        assertThatThrownBy(() -> type.open(new Settings(Map.of("path", "link.db"))))
                .satisfies(e -> assertReason(e, Reason.SETTINGS));
    }

    @Test
    void sqlAlchemyAddressesAreUnderstood() {
        Optional<Settings> shop = Optional.of(new Settings(Map.of("path", "shop.db")));
        assertThat(type.fromAddress("sqlite:///shop.db")).isEqualTo(shop);
        assertThat(type.fromAddress("sqlite+pysqlite:///shop.db")).isEqualTo(shop);
        assertThat(type.fromAddress("sqlite:///file:shop.db?mode=ro&uri=true")).isEqualTo(shop);
        assertThat(type.fromAddress("sqlite:///" + data + "/shop.db"))
                .contains(new Settings(Map.of("path", data + "/shop.db")));
        assertThat(type.fromAddress("duckdb:///shop.db")).isEmpty();
        for (String wrong : List.of(
                "sqlite://",
                "sqlite:///:memory:",
                "sqlite://host/shop.db",
                "sqlite:////etc/passwd",
                "sqlite:///shop.db?vfs=x",
                "sqlite:///shop.db?mode=rwc&load_extension=x")) {
            assertThatThrownBy(() -> type.fromAddress(wrong)).satisfies(e -> assertReason(e, Reason.SETTINGS));
        }
    }

    private static void assertReason(Throwable thrown, Reason reason) {
        assertThat(thrown).isInstanceOfSatisfying(WarehouseException.class, e -> assertThat(e.reason())
                .as(e.getMessage())
                .isEqualTo(reason));
    }
}
