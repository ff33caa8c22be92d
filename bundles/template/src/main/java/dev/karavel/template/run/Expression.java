package dev.karavel.template.run;

/** A part of a template that has a value. Immutable. */
@FunctionalInterface
public interface Expression {
    /** @throws TemplateFault if a name in it is not defined */
    Object evaluate(Run run);

    /** Like {@link #evaluate}, but {@link dev.karavel.template.value.Undefined} for a name that is not defined. */
    default Object look(Run run) {
        return evaluate(run);
    }
}
