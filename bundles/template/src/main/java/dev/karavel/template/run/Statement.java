package dev.karavel.template.run;

/** A part of a template that writes or does something. Immutable. */
@FunctionalInterface
public interface Statement {
    void render(Run run);
}
