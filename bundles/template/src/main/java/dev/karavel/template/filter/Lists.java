package dev.karavel.template.filter;

import dev.karavel.api.template.Arguments;
import dev.karavel.template.access.Given;
import dev.karavel.template.method.MapMethods;
import dev.karavel.template.method.TextMethods;
import dev.karavel.template.run.Expression;
import dev.karavel.template.run.Run;
import dev.karavel.template.run.TemplateFault;
import dev.karavel.template.value.Numbers;
import dev.karavel.template.value.Text;
import dev.karavel.template.value.Values;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Filters that go through things. */
public final class Lists {
    private static final Set<String> NAMES = Set.of(
            "first",
            "last",
            "list",
            "join",
            "sort",
            "reverse",
            "unique",
            "sum",
            "min",
            "max",
            "map",
            "select",
            "reject",
            "selectattr",
            "rejectattr",
            "items",
            "dictsort");

    private Lists() {}

    static boolean knows(String name) {
        return NAMES.contains(name);
    }

    /** What a loop goes through: items of a list, keys of a dictionary, characters of a text. */
    public static List<Object> items(Run run, Object value) {
        List<Object> items = new ArrayList<>();
        if (value instanceof List<?> list) {
            items.addAll(list);
        } else if (value instanceof Map<?, ?> map) {
            items.addAll(map.keySet());
        } else if (Text.is(value)) {
            run.budget().items(Text.length(value));
            Text.raw(value).chars().forEach(c -> items.add(Text.like(String.valueOf((char) c), value)));
        } else {
            throw new TemplateFault(run.line(), Values.typeName(value) + " has no items to go through");
        }
        run.budget().items(items.size());
        return items;
    }

    static Object apply(Run run, String name, Object value, Arguments arguments) {
        List<Object> items = items(run, value);
        run.budget().steps(items.size());
        return switch (name) {
            case "list" -> items;
            case "first" -> items.isEmpty() ? none(run, name) : items.get(0);
            case "last" -> items.isEmpty() ? none(run, name) : items.get(items.size() - 1);
            case "join" -> {
                Arguments given = arguments.of("d", "attribute");
                List<Object> joined =
                        given.has("attribute") ? fields(run, items, given.requiredText("attribute")) : items;
                Object separator = given.has("d") ? Values.text(given.value("d"), run.budget()) : "";
                yield TextMethods.join(run, separator, joined);
            }
            case "reverse" -> reversed(value, items);
            case "sort" -> sorted(run, items, arguments.of("reverse", "case_sensitive", "attribute"));
            case "unique" -> unique(run, items, arguments.of("case_sensitive", "attribute"));
            case "sum" -> sum(run, items, arguments.of("attribute", "start"));
            case "min", "max" -> extreme(run, name, items, arguments.of("case_sensitive", "attribute"));
            case "map" -> mapped(run, items, arguments);
            case "select", "reject" -> selected(run, items, items, arguments, 0, name.equals("select"));
            case "selectattr", "rejectattr" ->
                selected(
                        run, items, fields(run, items, first(run, arguments)), arguments, 1, name.startsWith("select"));
            case "items" -> MapMethods.items(map(run, value));
            default -> {
                List<Object> pairs = MapMethods.items(map(run, value));
                pairs.sort(Comparator.comparing(pair -> ((List<?>) pair).get(0), Values::compare));
                yield pairs;
            }
        };
    }

    private static Object none(Run run, String filter) {
        throw new TemplateFault(run.line(), "There is no " + filter + " item in an empty list");
    }

    private static Object reversed(Object value, List<Object> items) {
        Collections.reverse(items);
        return Text.is(value)
                ? Text.like(new StringBuilder(Text.raw(value)).reverse().toString(), value)
                : items;
    }

    private static Object field(Run run, Object item, String name) {
        Object value = item;
        for (String part : name.split("\\.", 5)) {
            if (part.startsWith("_")) {
                throw new TemplateFault(run.line(), "Names that begin with _ cannot be reached: " + part);
            }
            if (!(value instanceof Map<?, ?> map) || !Values.has(map, part)) {
                throw new TemplateFault(run.line(), "There is no field \"" + part + "\" in the items");
            }
            value = Values.get(map, part);
        }
        return value;
    }

    private static List<Object> fields(Run run, List<Object> items, String name) {
        List<Object> fields = new ArrayList<>();
        items.forEach(item -> fields.add(field(run, item, name)));
        return fields;
    }

    private static Object by(Run run, Object item, Arguments arguments) {
        Object key = arguments.has("attribute") ? field(run, item, arguments.requiredText("attribute")) : item;
        return Text.is(key) && !arguments.flag("case_sensitive", false)
                ? Text.raw(key).toLowerCase(Locale.ROOT)
                : key;
    }

    private static List<Object> sorted(Run run, List<Object> items, Arguments arguments) {
        run.budget().steps(items.size() * 16L);
        Comparator<Object> order = (one, other) -> Values.compare(by(run, one, arguments), by(run, other, arguments));
        items.sort(arguments.flag("reverse", false) ? order.reversed() : order);
        return items;
    }

    private static List<Object> unique(Run run, List<Object> items, Arguments arguments) {
        List<Object> result = new ArrayList<>();
        List<Object> seen = new ArrayList<>();
        for (Object item : items) {
            Object key = by(run, item, arguments);
            run.budget().steps(seen.size());
            if (seen.stream().noneMatch(each -> Values.equal(each, key))) {
                seen.add(key);
                result.add(item);
            }
        }
        return result;
    }

    private static Object sum(Run run, List<Object> items, Arguments arguments) {
        Object total = arguments.has("start") ? arguments.value("start") : 0L;
        for (Object item :
                arguments.has("attribute") ? fields(run, items, arguments.requiredText("attribute")) : items) {
            total = Numbers.calculate("+", total, item);
        }
        return total;
    }

    private static Object extreme(Run run, String name, List<Object> items, Arguments arguments) {
        if (items.isEmpty()) {
            return none(run, name);
        }
        List<Object> sorted = sorted(run, items, new Arguments(name, List.of(), arguments.named()));
        return sorted.get(name.equals("min") ? 0 : sorted.size() - 1);
    }

    private static List<Object> mapped(Run run, List<Object> items, Arguments arguments) {
        if (arguments.named().containsKey("attribute")) {
            return fields(run, items, arguments.of("attribute", "default").requiredText("attribute"));
        }
        String filter = first(run, arguments);
        Arguments rest = rest(filter, arguments, 1);
        List<Object> result = new ArrayList<>();
        items.forEach(item -> result.add(Filters.apply(run, filter, item, rest, run.line())));
        return result;
    }

    /** @param tested in the order of the items */
    private static List<Object> selected(
            Run run, List<Object> items, List<Object> tested, Arguments arguments, int from, boolean wanted) {
        List<Object> result = new ArrayList<>();
        boolean plain = arguments.positional().size() == from;
        String test = plain ? "" : text(run, arguments.positional().get(from));
        Arguments rest = rest(test, arguments, plain ? from : from + 1);
        for (int i = 0; i < items.size(); i++) {
            Object value = tested.get(i);
            boolean holds =
                    plain ? Values.truth(value) : Tests.holds(run, test, each -> value, given(rest), run.line());
            if (holds == wanted) {
                result.add(items.get(i));
            }
        }
        return result;
    }

    private static Given given(Arguments arguments) {
        return new Given(
                arguments.positional().stream()
                        .map(value -> (Expression) run -> value)
                        .toList(),
                Map.of());
    }

    private static String first(Run run, Arguments arguments) {
        if (arguments.positional().isEmpty()) {
            throw new TemplateFault(run.line(), "The filter " + arguments.function() + " needs a name");
        }
        return text(run, arguments.positional().get(0));
    }

    private static String text(Run run, Object value) {
        if (!Text.is(value)) {
            throw new TemplateFault(run.line(), "A filter needs a name in quotes");
        }
        return Text.raw(value);
    }

    private static Arguments rest(String function, Arguments arguments, int from) {
        List<Object> all = arguments.positional();
        return new Arguments(function, all.subList(Math.min(from, all.size()), all.size()), arguments.named());
    }

    private static Map<?, ?> map(Run run, Object value) {
        if (value instanceof Map<?, ?> map) {
            return map;
        }
        throw new TemplateFault(run.line(), Values.typeName(value) + " is no dictionary");
    }
}
