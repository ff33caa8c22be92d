package dev.karavel.template.method;

import dev.karavel.api.template.Arguments;
import dev.karavel.template.run.Run;
import dev.karavel.template.run.TemplateFault;
import dev.karavel.template.value.Values;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Python's methods of lists. */
public final class ListMethods {
    private ListMethods() {}

    public static Object call(Run run, List<Object> list, Arguments arguments) {
        run.budget().steps(list.size());
        switch (arguments.function()) {
            case "append" -> {
                run.budget().items(1);
                list.add(arguments.of("item").value("item"));
            }
            case "extend" -> {
                List<Object> more = arguments.of("items").list("items");
                run.budget().items(more.size());
                list.addAll(more);
            }
            case "insert" -> {
                Arguments given = arguments.of("index", "item");
                run.budget().items(1);
                list.add(position(list, given.whole("index").orElse(0L), true), given.value("item"));
            }
            case "pop" -> {
                if (list.isEmpty()) {
                    throw new TemplateFault(run.line(), "pop() from an empty list");
                }
                return list.remove(
                        position(list, arguments.of("index").whole("index").orElse(-1L), false));
            }
            case "remove" ->
                list.remove((int) index(run, list, arguments.of("item").value("item")));
            case "clear" -> list.clear();
            case "reverse" -> Collections.reverse(list);
            case "sort" -> {
                run.budget().steps(list.size() * 16L);
                list.sort(Values::compare);
            }
            case "copy" -> {
                run.budget().items(list.size());
                return new ArrayList<>(list);
            }
            case "index" -> {
                return index(run, list, arguments.of("item").value("item"));
            }
            case "count" -> {
                Object item = arguments.of("item").value("item");
                return list.stream().filter(each -> Values.equal(each, item)).count();
            }
            default ->
                throw new TemplateFault(
                        run.line(),
                        "A list has no method " + arguments.function()
                                + "(); it has append, clear, copy, count, extend, index, insert, pop, remove, reverse, sort");
        }
        return null;
    }

    private static long index(Run run, List<Object> list, Object item) {
        for (int i = 0; i < list.size(); i++) {
            if (Values.equal(list.get(i), item)) {
                return i;
            }
        }
        throw new TemplateFault(run.line(), "The list does not hold this");
    }

    private static int position(List<Object> list, long index, boolean behind) {
        long at = index < 0 ? index + list.size() : index;
        if (behind) {
            return (int) Math.max(0, Math.min(list.size(), at));
        }
        if (at < 0 || at >= list.size()) {
            throw new TemplateFault("The list has no position " + index);
        }
        return (int) at;
    }
}
