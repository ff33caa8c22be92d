package dev.karavel.template.run;

import dev.karavel.template.value.Undefined;

/** A variable or function by its name. */
public record Name(String name, int line) implements Expression {
    @Override
    public Object look(Run run) {
        run.at(line);
        if (run.knows(name)) {
            return run.variable(name);
        }
        Object function = run.function(name);
        return function == null ? new Undefined(name) : function;
    }

    @Override
    public Object evaluate(Run run) {
        Object value = look(run);
        if (value instanceof Undefined) {
            throw new TemplateFault(
                    line, "There is no variable or function \"" + name + "\"; there are " + run.knownNames());
        }
        return value;
    }
}
