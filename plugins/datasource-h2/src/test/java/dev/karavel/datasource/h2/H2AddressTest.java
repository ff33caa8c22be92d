package dev.karavel.datasource.h2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.karavel.spi.data.Settings;
import dev.karavel.spi.data.WarehouseException;
import dev.karavel.spi.data.WarehouseException.Reason;
import dev.karavel.spi.data.WarehouseFolders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class H2AddressTest {
    @TempDir
    Path data;

    private H2Type type;

    @BeforeEach
    void open() {
        type = H2Type.in(new WarehouseFolders(List.of(data)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../metadata",
                "/etc/shop",
                "mem:x",
                "shop;INIT=RUNSCRIPT FROM '/tmp/x'",
                "shop;TRACE_LEVEL_FILE=4",
                "a/../../metadata",
                "~/shop",
                "zip:/x!/shop",
                "classpath:shop",
                "tcp://h/x",
                ""
            })
    void onlyTheFoldersOfWarehousesAreReached(String database) {
        assertThatThrownBy(() -> type.open(new Settings(Map.of("database", database))))
                .satisfies(e -> assertReason(e, Reason.SETTINGS, "database"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x;INIT=SELECT 1", "../x", "zip:~/x.zip!/x", "x;y", "split:x", "x y;", "\"x\""})
    void namesOnAServerCarryNoSettings(String database) {
        assertThatThrownBy(() -> type.open(new Settings(Map.of("host", "localhost", "database", database))))
                .satisfies(e -> assertReason(e, Reason.SETTINGS, "database"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"h/other;INIT=x", "h:1/x", "a,b", "/tmp", "h h", "h;x"})
    void hostsThatSayMoreAreRefused(String host) {
        assertThatThrownBy(() -> type.open(new Settings(Map.of("host", host, "database", "x"))))
                .satisfies(e -> assertReason(e, Reason.SETTINGS, "host"));
    }

    @Test
    void aLinkOutOfTheFolderIsRefused(@TempDir Path elsewhere) throws IOException {
        Files.createSymbolicLink(data.resolve("link"), elsewhere);
        assertThatThrownBy(() -> type.open(new Settings(Map.of("database", "link/shop"))))
                .satisfies(e -> assertReason(e, Reason.SETTINGS, "database"));
    }

    @Test
    void addressesAreUnderstood() {
        assertThat(type.fromAddress("h2:///shop")).contains(new Settings(Map.of("database", "shop")));
        assertThat(type.fromAddress("h2+jdbc:///" + data + "/shop"))
                .contains(new Settings(Map.of("database", data + "/shop")));
        assertThat(type.fromAddress("h2+jdbc://ada:p%40ss@db.example:9093/~/sales"))
                .contains(new Settings(Map.of(
                        "host",
                        "db.example",
                        "port",
                        "9093",
                        "database",
                        "~/sales",
                        "user",
                        "ada",
                        "password",
                        "p@ss")));
        assertThat(type.fromAddress("h2://db.example/mem:sales")).isPresent();
        assertThat(type.fromAddress("derby:///shop")).isEmpty();
        for (String wrong : List.of("h2:///shop;INIT=x", "h2:///shop?INIT=x", "h2:////etc/shop", "h2://h:0/x")) {
            assertThatThrownBy(() -> type.fromAddress(wrong)).isInstanceOf(WarehouseException.class);
        }
    }

    private static void assertReason(Throwable thrown, Reason reason, String field) {
        assertThat(thrown).isInstanceOfSatisfying(WarehouseException.class, e -> {
            assertThat(e.reason()).as(e.getMessage()).isEqualTo(reason);
            assertThat(e.field()).isEqualTo(field);
        });
    }
}
