package dev.karavel.features;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code config/README.md} lists every environment variable the server reads, and no other. */
class OptionsTest {
    private static final Pattern VARIABLE = Pattern.compile("KARAVEL_[A-Z_]+");

    @Test
    void everyVariableIsListed() throws IOException {
        Set<String> read = new TreeSet<>();
        for (String folder : new String[] {"config/src/main/etc", "karaf-distribution/assembly/src/main/assembly"}) {
            try (Stream<Path> files = Files.walk(Path.of("..", folder))) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    read.addAll(variables(file));
                }
            }
        }
        assertThat(variables(Path.of("../config/README.md"))).containsExactlyElementsOf(read);
    }

    private static Set<String> variables(Path file) throws IOException {
        Set<String> found = new TreeSet<>();
        VARIABLE.matcher(Files.readString(file))
                .results()
                .map(MatchResult::group)
                .forEach(found::add);
        return found;
    }
}
