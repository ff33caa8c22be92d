package dev.karavel.template.access;

import dev.karavel.api.template.Arguments;
import dev.karavel.template.run.Expression;
import dev.karavel.template.run.Run;
import dev.karavel.template.value.Values;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The arguments of a call as they stand in the template. */
public record Given(List<Expression> positional, Map<String, Expression> named) {
    public static final Given NOTHING = new Given(List.of(), Map.of());

    /** Values as the engine has them. */
    public Arguments within(Run run, String function) {
        return worth(run, function, List.of());
    }

    /** Values as the engine has them, behind some that are there already. */
    public Arguments worth(Run run, String function, List<Object> first) {
        List<Object> values = new ArrayList<>(first);
        positional.forEach(each -> values.add(each.evaluate(run)));
        Map<String, Object> byName = new LinkedHashMap<>();
        named.forEach((name, each) -> byName.put(name, each.evaluate(run)));
        return new Arguments(function, values, byName);
    }

    /** Values as functions of the scope take them. */
    static Arguments outward(Arguments inside) {
        List<Object> values = new ArrayList<>();
        inside.positional().forEach(each -> values.add(Values.out(each)));
        Map<String, Object> byName = new LinkedHashMap<>();
        inside.named().forEach((name, each) -> byName.put(name, Values.out(each)));
        return new Arguments(inside.function(), values, byName);
    }
}
