package dev.karavel.exchange;

import dev.karavel.api.security.Secrets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/** Superset's {@code encrypted_extra}: options of which any may be a secret, so that none is shown. Known by path, such as $.oauth.id */
public final class Hidden {
    /** Options that a setting of ours has another name for. */
    private static final Map<String, String> NAMES = Map.of("privatekey_body", "private_key");

    private Hidden() {}

    /** The same with every value behind the mask. */
    public static Map<String, Object> masked(Map<String, Object> options) {
        return each(options, (path, value) -> Secrets.MASK);
    }

    /** Values by path, in their order. */
    static Map<String, Object> values(Map<String, Object> options) {
        Map<String, Object> values = new LinkedHashMap<>();
        each(options, (path, value) -> {
            values.put(path, value);
            return value;
        });
        return values;
    }

    /** What is behind the mask comes from others, where they know it. */
    static Map<String, Object> filled(Map<String, Object> options, Map<String, ?> others) {
        return each(
                options,
                (path, value) -> Secrets.MASK.equals(value) && others.containsKey(path) ? others.get(path) : value);
    }

    /** The setting of a connection that an option fills, at whatever depth it stands. */
    static String setting(String path) {
        String name = path.substring(path.lastIndexOf('.') + 1);
        return NAMES.getOrDefault(name, name);
    }

    private static Map<String, Object> each(Map<String, Object> options, BiFunction<String, Object, Object> leaf) {
        Map<String, Object> result = new LinkedHashMap<>();
        options.forEach((name, value) -> result.put(name, each("$." + name, value, leaf)));
        return result;
    }

    private static Object each(String path, Object value, BiFunction<String, Object, Object> leaf) {
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> result = new LinkedHashMap<>();
            map.forEach((name, one) -> result.put(String.valueOf(name), each(path + "." + name, one, leaf)));
            return result;
        }
        if (value instanceof List<?> list) {
            List<Object> result = new ArrayList<>();
            for (int i = 0; i < list.size(); i++) {
                result.add(each(path + "[" + i + "]", list.get(i), leaf));
            }
            return result;
        }
        return leaf.apply(path, value);
    }
}
