package dev.karavel.template.access;

import dev.karavel.api.template.Arguments;
import dev.karavel.template.run.Run;
import dev.karavel.template.run.TemplateFault;
import dev.karavel.template.value.Namespace;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The functions that Jinja has everywhere. */
public final class Builtins {
    private static final Set<String> NAMES = Set.of("range", "dict", "namespace");

    private Builtins() {}

    public static boolean knows(String name) {
        return NAMES.contains(name);
    }

    public static Object call(Run run, Arguments arguments) {
        if (arguments.function().equals("range")) {
            return range(run, arguments);
        }
        if (!arguments.positional().isEmpty()) {
            throw new TemplateFault(run.line(), arguments.function() + "() takes arguments with names only");
        }
        Map<String, Object> values = new LinkedHashMap<>(arguments.named());
        return arguments.function().equals("dict") ? values : new Namespace(values);
    }

    private static List<Object> range(Run run, Arguments arguments) {
        List<Object> given = arguments.positional();
        if (given.isEmpty()
                || given.size() > 3
                || !given.stream().allMatch(Long.class::isInstance)
                || !arguments.named().isEmpty()) {
            throw new TemplateFault(run.line(), "range() takes one to three whole numbers");
        }
        long from = given.size() == 1 ? 0 : (Long) given.get(0);
        long to = (Long) given.get(given.size() == 1 ? 0 : 1);
        long step = given.size() == 3 ? (Long) given.get(2) : 1;
        if (step == 0) {
            throw new TemplateFault(run.line(), "range() needs a step other than 0");
        }
        List<Object> items = new ArrayList<>();
        for (long at = from; step > 0 ? at < to : at > to; at += step) {
            run.budget().loop(items.size() + 1L);
            items.add(at);
            if (step > 0 ? at > Long.MAX_VALUE - step : at < Long.MIN_VALUE - step) {
                break;
            }
        }
        run.budget().items(items.size());
        return items;
    }
}
