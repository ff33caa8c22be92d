package dev.karavel.metadata.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.karavel.metadata.repository.EndlessWriter;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KillTest {
    private static final int ENOUGH = 300;

    @Test
    void nothingAcknowledgedIsLostWhenTheProcessIsKilledWhileItWrites(@TempDir Path folder) throws Exception {
        List<Long> acknowledged = new ArrayList<>();
        for (int round = 0; round < 2; round++) {
            acknowledged.addAll(writeUntilKilled(folder.resolve("metadata"), round));
        }
        try (OpenDatabase database = TestDatabase.in(folder.resolve("metadata"))) {
            assertThat(EndlessWriter.stored(database)).containsAll(acknowledged);
        }
    }

    private static List<Long> writeUntilKilled(Path database, int round) throws IOException, InterruptedException {
        Process writer = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Duser.timezone=UTC",
                        "-Dderby.stream.error.file=" + database.resolveSibling("derby.log"),
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))
                                .replace("\n", File.pathSeparator),
                        EndlessWriter.class.getName(),
                        database.toString(),
                        "round" + round)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        List<Long> acknowledged = new ArrayList<>();
        try (BufferedReader output =
                new BufferedReader(new InputStreamReader(writer.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                acknowledged.add(Long.valueOf(line));
                if (acknowledged.size() == ENOUGH) {
                    // the handle, since the process itself would close its output too
                    writer.toHandle().destroyForcibly();
                }
            }
        }
        writer.waitFor();
        assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(ENOUGH);
        return acknowledged;
    }
}
