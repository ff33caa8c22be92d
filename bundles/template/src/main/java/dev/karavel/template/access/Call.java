package dev.karavel.template.access;

import dev.karavel.api.error.KaravelException;
import dev.karavel.api.template.Arguments;
import dev.karavel.api.template.TemplateFunction;
import dev.karavel.template.run.Expression;
import dev.karavel.template.run.Macro;
import dev.karavel.template.run.Run;
import dev.karavel.template.run.TemplateFault;
import dev.karavel.template.value.Undefined;
import dev.karavel.template.value.Values;

/** A call of a function of the scope, of one every template has, or of a macro. */
public record Call(Expression function, String name, Given given, int line) implements Expression {
    @Override
    public Object evaluate(Run run) {
        run.at(line);
        Object called = function.look(run);
        if (called instanceof Undefined && Builtins.knows(name)) {
            return Builtins.call(run, given.within(run, name));
        }
        if (called instanceof Undefined) {
            called = function.evaluate(run);
        }
        return call(run, called, given.within(run, name), line);
    }

    static Object call(Run run, Object called, Arguments arguments, int line) {
        if (called instanceof Macro macro) {
            return macro.call(run, arguments);
        }
        if (called instanceof TemplateFunction host) {
            return host(run, host, arguments, line);
        }
        throw new TemplateFault(line, Values.typeName(called) + " is not a function: " + arguments.function());
    }

    /** A function of the scope; what it refuses is told with the line. */
    public static Object host(Run run, TemplateFunction function, Arguments arguments, int line) {
        run.at(line);
        try {
            Object result = Values.in(function.call(Given.outward(arguments)));
            run.budget().time();
            run.budget().characters(Values.size(result));
            return result;
        } catch (KaravelException e) {
            throw new KaravelException(e.code(), e.field(), "Template, line " + line + ": " + e.getMessage(), e);
        }
    }
}
