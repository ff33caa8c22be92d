package dev.karavel.exchange.yaml;

import dev.karavel.api.error.KaravelException;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/** Reads YAML somebody else wrote: plain values only, no tags, few aliases, bounded size and depth. */
public final class YamlReader {
    private static final int LARGEST = 10 * 1024 * 1024;

    private YamlReader() {}

    /** @throws KaravelException INVALID_REQUEST with the file's name as field */
    public static Fields read(Path folder, Path file) {
        String name = folder.relativize(file).toString().replace('\\', '/');
        try {
            if (Files.size(file) > LARGEST) {
                throw KaravelException.invalid(name, name + " is larger than 10 MB");
            }
            return read(name, Files.readString(file));
        } catch (IOException e) {
            throw new KaravelException(
                    dev.karavel.api.error.ErrorCode.INVALID_REQUEST, name, name + " cannot be read as UTF-8 text", e);
        }
    }

    public static Fields read(String name, String text) {
        LoaderOptions limits = new LoaderOptions();
        limits.setCodePointLimit(LARGEST);
        limits.setMaxAliasesForCollections(20);
        limits.setNestingDepthLimit(60);
        limits.setAllowDuplicateKeys(false);
        limits.setAllowRecursiveKeys(false);
        DumperOptions dumping = new DumperOptions();
        Yaml yaml = new Yaml(new SafeConstructor(limits), new Representer(dumping), dumping, limits, new TextDates());
        try {
            for (Event event : yaml.parse(new StringReader(text))) {
                refuseTag(name, event);
            }
            Object root = yaml.load(text);
            if (!(root instanceof Map<?, ?> map)) {
                throw KaravelException.invalid(name, name + " has to hold fields and their values");
            }
            return new Fields(name, object(map));
        } catch (YAMLException e) {
            throw KaravelException.invalid(name, name + " is no YAML that can be taken: " + firstLine(e.getMessage()));
        }
    }

    private static void refuseTag(String name, Event event) {
        String tag = event instanceof ScalarEvent scalar
                ? scalar.getTag()
                : event instanceof CollectionStartEvent collection ? collection.getTag() : null;
        if (tag != null) {
            throw KaravelException.invalid(name, name + " holds the tag " + tag + ": tags are not taken");
        }
    }

    private static Map<String, Object> object(Map<?, ?> map) {
        Map<String, Object> object = new LinkedHashMap<>();
        map.forEach((key, value) -> object.put(String.valueOf(key), plain(value)));
        return object;
    }

    private static Object plain(Object value) {
        if (value instanceof Map<?, ?> map) {
            return object(map);
        }
        return value instanceof List<?> list
                ? list.stream().map(YamlReader::plain).collect(Collectors.toCollection(java.util.ArrayList::new))
                : value;
    }

    private static String firstLine(String message) {
        return String.valueOf(message).lines().limit(2).collect(Collectors.joining(" "));
    }

    /** Leaves dates as the text they were written as: form data is JSON, which has none. */
    private static final class TextDates extends Resolver {
        @Override
        public void addImplicitResolver(
                org.yaml.snakeyaml.nodes.Tag tag, java.util.regex.Pattern regexp, String first, int limit) {
            if (tag != org.yaml.snakeyaml.nodes.Tag.TIMESTAMP && tag != org.yaml.snakeyaml.nodes.Tag.MERGE) {
                super.addImplicitResolver(tag, regexp, first, limit);
            }
        }
    }
}
