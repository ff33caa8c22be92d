package dev.karavel.contract.watch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RepackingTest {
    @TempDir
    Path folder;

    @Test
    void watchedFoldersReplaceTheirOwnAndWhatTheBuildMadeStays() throws IOException {
        Path jar = jar(Map.of(
                "karavel/dots/index.js", "old",
                "karavel/dots/gone.js", "old",
                "karavel/vendor/engine.js", "made by the build",
                "com/example/Some.class", "class"));
        Path own = write("own", "karavel/dots/index.js", "new");
        Path shared = write("shared", "karavel/shared/look.js", "shared");
        write("shared", "README.md", "not for the jar");

        Path target = new Repacking(jar, folder.resolve("out.jar"), List.of(own, shared)).run();

        try (JarFile made = new JarFile(target.toFile())) {
            assertThat(made.stream().map(JarEntry::getName))
                    .containsExactlyInAnyOrder(
                            "META-INF/MANIFEST.MF",
                            "com/example/Some.class",
                            "karavel/dots/index.js",
                            "karavel/shared/look.js",
                            "karavel/vendor/engine.js");
            assertThat(made.getInputStream(made.getEntry("karavel/dots/index.js")))
                    .hasContent("new");
        }
    }

    private Path write(String root, String name, String text) throws IOException {
        Path file = folder.resolve(root).resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        return folder.resolve(root);
    }

    private Path jar(Map<String, String> files) throws IOException {
        Path jar = folder.resolve("built.jar");
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream stream = new JarOutputStream(out, manifest)) {
            for (var file : files.entrySet()) {
                stream.putNextEntry(new JarEntry(file.getKey()));
                stream.write(file.getValue().getBytes(UTF_8));
                stream.closeEntry();
            }
        }
        return jar;
    }
}
