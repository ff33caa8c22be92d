package dev.karavel.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.karavel.spi.data.DriverFolder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DriverListCommandTest {
    @TempDir
    Path folder;

    @Test
    void driversAreListedAndWhatIsNoneSaysWhy() throws Exception {
        try (var jar = new JarOutputStream(Files.newOutputStream(folder.resolve("acme.jar")))) {
            jar.putNextEntry(new ZipEntry("META-INF/services/java.sql.Driver"));
            jar.write("com.acme.Driver\n".getBytes(StandardCharsets.UTF_8));
        }
        Files.writeString(folder.resolve("broken.jar"), "none");
        assertThat(Printed.by(new DriverListCommand(DriverFolder.at(folder))))
                .contains("acme.jar", "com.acme.Driver", "broken.jar", "it is damaged");
    }

    @Test
    void aFolderThatIsNotThereHasNone() throws Exception {
        assertThat(Printed.by(new DriverListCommand(DriverFolder.at(folder.resolve("none")))))
                .contains("No drivers");
    }
}
