package dev.karavel.contract.watch;

import dev.karavel.viz.descriptor.DescriptorReader;
import dev.karavel.viz.descriptor.Refused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What the server would refuse, said before it does. */
record Descriptors(List<Path> folders) {
    List<String> problems() throws IOException {
        DescriptorReader reader = new DescriptorReader();
        List<String> problems = new ArrayList<>();
        for (Path folder : folders) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.filter(each -> each.endsWith("visualization.json"))
                        .toList()) {
                    try {
                        String id = file.getParent().getFileName().toString();
                        reader.read(folder.relativize(file).toString(), id, Files.readAllBytes(file), List.of());
                    } catch (Refused e) {
                        problems.add(e.getMessage());
                    }
                }
            }
        }
        return problems;
    }
}
