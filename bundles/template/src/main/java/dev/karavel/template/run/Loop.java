package dev.karavel.template.run;

import dev.karavel.api.template.Arguments;
import dev.karavel.template.value.Undefined;
import java.util.List;

/** What {@code loop} is within a loop. */
public record Loop(List<Object> items, int index, int depth) {
    public Object field(String name) {
        return switch (name) {
            case "index" -> index + 1L;
            case "index0" -> (long) index;
            case "revindex" -> (long) items.size() - index;
            case "revindex0" -> (long) items.size() - index - 1;
            case "first" -> index == 0;
            case "last" -> index == items.size() - 1;
            case "length" -> (long) items.size();
            case "depth" -> (long) depth;
            case "depth0" -> depth - 1L;
            case "previtem" -> index == 0 ? new Undefined(name) : items.get(index - 1);
            case "nextitem" -> index == items.size() - 1 ? new Undefined(name) : items.get(index + 1);
            default -> new Undefined(name);
        };
    }

    public Object call(Arguments arguments) {
        List<Object> choices = arguments.positional();
        if (!arguments.function().equals("cycle") || choices.isEmpty()) {
            throw new TemplateFault("A loop has no method " + arguments.function() + "(); it has cycle(one, other)");
        }
        return choices.get(index % choices.size());
    }
}
