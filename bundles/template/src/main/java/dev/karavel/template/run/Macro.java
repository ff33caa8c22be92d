package dev.karavel.template.run;

import dev.karavel.api.template.Arguments;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A macro of the template: a body with parameters.
 *
 * @param defaults of the last parameters, by name
 */
public record Macro(String name, List<String> parameters, Map<String, Expression> defaults, Statement body) {
    public Object call(Run run, Arguments arguments) {
        Map<String, Object> given =
                arguments.of(parameters.toArray(String[]::new)).named();
        Map<String, Object> variables = new LinkedHashMap<>();
        for (String parameter : parameters) {
            if (given.containsKey(parameter)) {
                variables.put(parameter, given.get(parameter));
            } else if (defaults.containsKey(parameter)) {
                variables.put(parameter, defaults.get(parameter).evaluate(run));
            }
        }
        return run.captured(() -> run.apart(variables, () -> body.render(run)));
    }
}
