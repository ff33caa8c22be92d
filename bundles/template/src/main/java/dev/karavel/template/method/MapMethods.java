package dev.karavel.template.method;

import dev.karavel.api.template.Arguments;
import dev.karavel.template.run.Run;
import dev.karavel.template.run.TemplateFault;
import dev.karavel.template.value.Values;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Python's methods of dictionaries. */
public final class MapMethods {
    private MapMethods() {}

    public static Object call(Run run, Map<Object, Object> map, Arguments arguments) {
        run.budget().items(map.size());
        return switch (arguments.function()) {
            case "items" -> items(map);
            case "keys" -> new ArrayList<>(map.keySet());
            case "values" -> new ArrayList<>(map.values());
            case "copy" -> new LinkedHashMap<>(map);
            case "get" -> {
                Arguments given = arguments.of("key", "default");
                yield Values.has(map, given.value("key"))
                        ? Values.get(map, given.value("key"))
                        : given.value("default");
            }
            case "pop" -> {
                Arguments given = arguments.of("key", "default");
                Object value = Values.get(map, given.value("key"));
                boolean there = Values.has(map, given.value("key"));
                map.keySet().removeIf(key -> Values.equal(key, given.value("key")));
                yield there ? value : given.value("default");
            }
            case "setdefault" -> {
                Arguments given = arguments.of("key", "default");
                if (!Values.has(map, given.value("key"))) {
                    map.put(Values.key(given.value("key")), given.value("default"));
                }
                yield Values.get(map, given.value("key"));
            }
            case "update" -> {
                arguments.positional().forEach(each -> {
                    if (!(each instanceof Map<?, ?> more)) {
                        throw new TemplateFault(run.line(), "update() needs a dictionary");
                    }
                    run.budget().items(more.size());
                    map.putAll(more);
                });
                map.putAll(arguments.named());
                yield null;
            }
            default ->
                throw new TemplateFault(
                        run.line(),
                        "A dictionary has no method " + arguments.function()
                                + "(); it has copy, get, items, keys, pop, setdefault, update, values");
        };
    }

    public static List<Object> items(Map<?, ?> map) {
        List<Object> items = new ArrayList<>(map.size());
        map.forEach((key, value) -> {
            List<Object> pair = new ArrayList<>();
            pair.add(key);
            pair.add(value);
            items.add(pair);
        });
        return items;
    }
}
