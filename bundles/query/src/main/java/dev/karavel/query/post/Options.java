package dev.karavel.query.post;

import dev.karavel.api.error.KaravelException;
import dev.karavel.spi.data.PostProcessing;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A step's options by the shape they should have; every other shape is refused with the name of the option. */
public record Options(PostProcessing step) {
    /** @throws KaravelException if one is given, as more than nothing, that is not among them */
    public Options known(String... names) {
        List<String> known = Arrays.asList(names);
        step.options().forEach((name, value) -> {
            if (value != null && !known.contains(name)) {
                throw wrong(name, "there is no such option; there are " + known);
            }
        });
        return this;
    }

    public boolean has(String name) {
        return value(name) != null;
    }

    /** Whether it is given as nothing: to a few operations that is not the same as not given. */
    boolean isNull(String name) {
        return step.options().containsKey(name) && value(name) == null;
    }

    public Optional<String> text(String name) {
        Object value = value(name);
        if (value == null || "".equals(value)) {
            return Optional.empty();
        }
        if (value instanceof Map || value instanceof List) {
            throw wrong(name, "has to be a text, not " + value);
        }
        return Optional.of(value.toString());
    }

    public String needed(String name) {
        return text(name).orElseThrow(() -> wrong(name, "has to be given"));
    }

    public String choice(String name, String fallback, String... choices) {
        String word = text(name).orElse(fallback);
        if (!Arrays.asList(choices).contains(word)) {
            throw wrong(name, "has to be one of " + Arrays.toString(choices) + ", not " + word);
        }
        return word;
    }

    public int whole(String name, int fallback, int least, int most) {
        double number = number(name, fallback);
        if (number != Math.rint(number) || number < least || number > most) {
            throw wrong(name, "has to be a whole number from " + least + " to " + most + ", not " + value(name));
        }
        return (int) number;
    }

    /** A number, also as a text; NaN is none. */
    public double number(String name, double fallback) {
        Object value = value(name);
        if (value == null || "".equals(value)) {
            return fallback;
        }
        try {
            double number = value instanceof Number given
                    ? given.doubleValue()
                    : Double.parseDouble(value.toString().trim());
            if (Double.isFinite(number)) {
                return number;
            }
        } catch (NumberFormatException e) {
            // refused below, like every other thing that is no number
        }
        throw wrong(name, "has to be a number, not " + value);
    }

    public boolean flag(String name, boolean fallback) {
        Object value = value(name);
        if (value == null) {
            return fallback;
        }
        if (value instanceof Boolean flag) {
            return flag;
        }
        throw wrong(name, "has to be true or false, not " + value);
    }

    /** A list of names; one alone is a list of one. */
    public List<String> names(String name) {
        List<String> names = new ArrayList<>();
        for (Object each : values(name)) {
            if (each == null || each instanceof Map || each instanceof List) {
                throw wrong(name, "has to be a list of names, not " + value(name));
            }
            names.add(each.toString());
        }
        return names;
    }

    List<?> values(String name) {
        Object value = value(name);
        if (value instanceof Map) {
            throw wrong(name, "has to be a list, not " + value);
        }
        return value == null || "".equals(value) ? List.of() : value instanceof List<?> list ? list : List.of(value);
    }

    /** The option's object in its order; a list of names stands for names onto themselves. */
    Map<String, Object> map(String name) {
        Map<String, Object> map = new LinkedHashMap<>();
        if (value(name) instanceof Map<?, ?> given) {
            given.forEach((key, value) -> map.put(String.valueOf(key), value));
        } else {
            names(name).forEach(each -> map.put(each, each));
        }
        return map;
    }

    /** {@code {source: target}}, where a target has to be a name. */
    Map<String, String> targets(String name) {
        Map<String, String> targets = new LinkedHashMap<>();
        map(name).forEach((source, target) -> {
            if (target == null || target instanceof Map || target instanceof List) {
                throw wrong(name, "\"" + source + "\" has to be followed by a name, not " + target);
            }
            targets.put(source, target.toString());
        });
        return targets;
    }

    private Object value(String name) {
        return step.options().get(name);
    }

    public KaravelException wrong(String option, String what) {
        return KaravelException.invalid(
                "post_processing." + step.operation() + "." + option,
                "Operation " + step.operation() + ": " + option + ": " + what);
    }

    /** When no single option is to blame. */
    public KaravelException wrong(String what) {
        return KaravelException.invalid(
                "post_processing." + step.operation(), "Operation " + step.operation() + ": " + what);
    }
}
