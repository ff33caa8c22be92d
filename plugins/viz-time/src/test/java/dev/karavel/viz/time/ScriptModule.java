package dev.karavel.viz.time;

import com.caoccao.javet.exceptions.JavetException;
import com.caoccao.javet.interop.V8Host;
import com.caoccao.javet.interop.V8Runtime;
import com.caoccao.javet.values.V8Value;
import com.caoccao.javet.values.reference.V8Module;
import com.caoccao.javet.values.reference.V8ValueObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** A module of this bundle that imports nothing, in a V8 of its own. Not safe for several threads; close it. */
final class ScriptModule implements AutoCloseable {
    private final V8Runtime runtime;

    /** @param path below {@code karavel} */
    ScriptModule(String path) {
        try (InputStream source = ScriptModule.class.getResourceAsStream("/karavel/" + path)) {
            runtime = V8Host.getV8Instance().createV8Runtime();
            V8Module module = runtime.getExecutor(new String(source.readAllBytes(), StandardCharsets.UTF_8))
                    .setResourceName(path)
                    .compileV8Module();
            try (V8Value evaluated = module.execute(true)) {
                assert evaluated != null;
            }
            try (V8ValueObject namespace = (V8ValueObject) module.getNamespace()) {
                runtime.getGlobalObject().set("it", namespace);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (JavetException e) {
            throw new AssertionError(path, e);
        }
    }

    /** @param expression in which {@code it} is the module */
    double number(String expression) {
        try {
            return runtime.getExecutor("Number(" + expression + ")").executeDouble();
        } catch (JavetException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        try {
            runtime.close(true);
        } catch (JavetException e) {
            throw new AssertionError("close", e);
        }
    }
}
