package dev.karavel.notify.starter;

import dev.karavel.contract.notify.NotificationContract;
import dev.karavel.contract.notify.Received;
import dev.karavel.contract.notify.Stage;
import dev.karavel.spi.notify.NotificationChannel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;

class StarterChannelTest implements NotificationContract {
    @TempDir
    Path root;

    @Override
    public Stage stage() {
        return new Stage() {
            @Override
            public NotificationChannel channel() {
                return new StarterChannel(root);
            }

            @Override
            public Map<String, String> recipient() {
                return Map.of("folder", "sales");
            }

            @Override
            public List<String> secrets() {
                return List.of();
            }

            @Override
            public List<Received> received() {
                List<Received> received = new ArrayList<>();
                try (Stream<Path> files = Files.list(root.resolve("sales"))) {
                    List<String> names =
                            files.map(file -> file.getFileName().toString()).toList();
                    for (String name : names) {
                        if (name.endsWith(".txt")) {
                            String id = name.substring(0, name.length() - 4);
                            received.add(new Received(
                                    id,
                                    Files.readString(root.resolve("sales").resolve(name)),
                                    names.stream()
                                            .filter(other -> other.startsWith(id + "-"))
                                            .toList()));
                        }
                    }
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
                return received;
            }

            /** A file where the folder would be. */
            @Override
            public void close() {
                try {
                    if (!Files.exists(root.resolve("sales"))) {
                        Files.createFile(root.resolve("sales"));
                    }
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        };
    }
}
