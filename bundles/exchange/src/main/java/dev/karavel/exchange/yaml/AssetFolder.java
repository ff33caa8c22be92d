package dev.karavel.exchange.yaml;

import dev.karavel.api.error.ErrorCode;
import dev.karavel.api.error.KaravelException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A folder laid out as Superset's exports are.
 *
 * @param type what the export is of, as its metadata.yaml says; empty if it does not
 */
public record AssetFolder(
        Path folder,
        String type,
        List<Fields> databases,
        List<Fields> datasets,
        List<Fields> charts,
        List<Fields> dashboards) {
    private static final Set<String> TYPES =
            Set.of("Dashboard", "Slice", "SqlaTable", "Database", "SavedQuery", "assets");
    private static final int DEEPEST = 4;
    public static final String TAGS = "tags.yaml";

    /** What its tags mean, by name; empty if it does not say. */
    public Map<String, String> tags() {
        Path file = folder.resolve(TAGS);
        if (!Files.isRegularFile(file)) {
            return Map.of();
        }
        return YamlReader.read(folder, file).objects("tags").stream()
                .collect(Collectors.toMap(
                        tag -> tag.required("tag_name"), tag -> tag.text("description"), (one, other) -> one));
    }

    /** Its themes. */
    public List<Fields> themes() {
        return files(folder, "themes");
    }

    /** Where files of data lie. */
    public Path data() {
        return folder.resolve("data");
    }

    /** @throws KaravelException INVALID_REQUEST with the file as field */
    public static AssetFolder read(Path folder) {
        Path metadata = folder.resolve("metadata.yaml");
        if (!Files.isRegularFile(metadata)) {
            throw KaravelException.invalid("metadata.yaml", "metadata.yaml is missing: this is no export");
        }
        Fields fields = YamlReader.read(folder, metadata);
        if (!fields.required("version").equals("1.0.0")) {
            throw fields.wrong("version " + fields.text("version") + " is not known; 1.0.0 is");
        }
        if (fields.has("type") && !TYPES.contains(fields.text("type"))) {
            throw fields.wrong("type " + fields.text("type") + " is not known; there are " + TYPES);
        }
        return new AssetFolder(
                folder,
                fields.text("type"),
                files(folder, "databases"),
                files(folder, "datasets"),
                files(folder, "charts"),
                files(folder, "dashboards"));
    }

    /** The same with other databases, filled in. */
    public AssetFolder withDatabases(List<Fields> others) {
        return new AssetFolder(folder, type, others, datasets, charts, dashboards);
    }

    private static List<Fields> files(Path folder, String kind) {
        Path below = folder.resolve(kind);
        if (!Files.isDirectory(below)) {
            return List.of();
        }
        try (Stream<Path> paths = Files.walk(below, DEEPEST)) {
            return paths.filter(path -> Files.isRegularFile(path)
                            && isYaml(path.getFileName().toString()))
                    .sorted()
                    .map(path -> YamlReader.read(folder, path))
                    .toList();
        } catch (IOException e) {
            throw new KaravelException(ErrorCode.INVALID_REQUEST, kind, "The folder " + kind + " cannot be read", e);
        }
    }

    private static boolean isYaml(String name) {
        return !name.startsWith(".") && !name.startsWith("_") && (name.endsWith(".yaml") || name.endsWith(".yml"));
    }
}
