package dev.karavel.viz.relations;

import com.caoccao.javet.exceptions.JavetException;
import com.caoccao.javet.interop.V8Host;
import com.caoccao.javet.interop.V8Runtime;
import com.caoccao.javet.values.V8Value;
import com.caoccao.javet.values.reference.IV8Module;
import com.caoccao.javet.values.reference.V8Module;
import com.caoccao.javet.values.reference.V8ValueObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** Runs a few lines that import modules of the bundle, and gives what they export as {@code result}. */
final class Script {
    private final Map<String, V8Module> modules = new HashMap<>();

    private Script() {}

    /** @param lines imports from {@code ./}, which is the folder {@code karavel}; {@code export const result} is a text */
    static String run(String lines) {
        return new Script().result(lines);
    }

    private String result(String lines) {
        try (V8Runtime runtime = V8Host.getV8Instance().createV8Runtime()) {
            runtime.setV8ModuleResolver((where, specifier, from) -> module(
                    where,
                    URI.create("/" + from.getResourceName()).resolve(specifier).getPath()));
            V8Module script =
                    runtime.getExecutor(lines).setResourceName("script.js").compileV8Module();
            modules.put("script.js", script);
            try (V8Value evaluated = script.execute(true);
                    V8ValueObject namespace = (V8ValueObject) script.getNamespace()) {
                assert evaluated != null;
                return namespace.getString("result");
            } finally {
                for (V8Module each : modules.values()) {
                    each.close(true);
                }
            }
        } catch (JavetException e) {
            throw new AssertionError(e.getMessage(), e);
        }
    }

    private IV8Module module(V8Runtime runtime, String path) throws JavetException {
        V8Module known = modules.get(path);
        if (known == null) {
            known = runtime.getExecutor(source(path))
                    .setResourceName(path.substring(1))
                    .compileV8Module();
            modules.put(path, known);
        }
        return known;
    }

    private static String source(String path) {
        try (InputStream source = Script.class.getResourceAsStream("/karavel" + path)) {
            return new String(source.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(path, e);
        }
    }
}
