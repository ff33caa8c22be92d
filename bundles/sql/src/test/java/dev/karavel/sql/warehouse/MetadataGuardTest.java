package dev.karavel.sql.warehouse;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.karavel.api.error.KaravelException;
import dev.karavel.spi.data.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MetadataGuardTest {
    @TempDir
    Path data;

    private MetadataGuard guard;

    @BeforeEach
    void makeTheFolder() throws IOException {
        Files.createDirectories(data.resolve("metadata/seg0"));
        Files.createDirectories(data.resolve("warehouse"));
        guard = new MetadataGuard("", Optional.of(data));
    }

    @Test
    void theServersOwnFolderIsRefusedByWhateverWayItIsNamed() throws IOException {
        Path link = Files.createSymbolicLink(data.resolve("warehouse/shop"), data.resolve("metadata"));
        for (Path path : new Path[] {
            data.resolve("metadata"),
            data.resolve("metadata/seg0/c10.dat"),
            data.resolve("warehouse/../metadata"),
            link,
            link.resolve("seg0")
        }) {
            assertThatThrownBy(() -> guard.refuse(settings(path.toString())))
                    .isInstanceOf(KaravelException.class)
                    .hasMessageContaining("the server's own database");
        }
    }

    @Test
    void otherFoldersAndNamesAreLeftToThePlugins() {
        for (String value : new String[] {data.resolve("warehouse/shop").toString(), "metadata", "../metadata", "\0"}) {
            assertThatCode(() -> guard.refuse(settings(value))).doesNotThrowAnyException();
        }
    }

    @Test
    void aDerbyThatIsNamedByItsAddressIsRefusedToo() {
        MetadataGuard named =
                new MetadataGuard("jdbc:derby:" + data.resolve("metadata") + ";create=true", Optional.empty());
        assertThatThrownBy(() -> named.refuse(settings(data.resolve("metadata").toString())))
                .isInstanceOf(KaravelException.class);
    }

    private static Settings settings(String path) {
        return new Settings(Map.of("path", path));
    }
}
