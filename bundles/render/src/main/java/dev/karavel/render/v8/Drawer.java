package dev.karavel.render.v8;

/** What somebody wants of an isolate. */
@FunctionalInterface
public interface Drawer<T> {
    T draw(Isolate isolate) throws ScriptFailure;
}
