package dev.karavel.contract;

import com.caoccao.javet.exceptions.JavetException;
import com.caoccao.javet.interop.V8Guard;
import com.caoccao.javet.interop.V8Host;
import com.caoccao.javet.interop.V8Runtime;
import com.caoccao.javet.values.V8Value;
import com.caoccao.javet.values.reference.IV8Module;
import com.caoccao.javet.values.reference.V8Module;
import com.caoccao.javet.values.reference.V8ValueObject;
import com.fasterxml.jackson.databind.JsonNode;
import dev.karavel.viz.guard.LoopGuard;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * One chart module in a V8 of its own, with nothing around it but the language. Not safe for several threads; close it.
 * A module that cannot be loaded or throws fails with an {@link AssertionError} that says why.
 */
final class ChartSandbox implements AutoCloseable {
    private final Path root;
    private final String id;
    private final Duration longest;
    private final V8Runtime runtime;
    private final Map<String, V8Module> modules = new HashMap<>();
    private final V8ValueObject host;
    private final V8ValueObject namespace;

    /** @param root the folder {@code karavel} that imports may not leave */
    ChartSandbox(Path root, String id) {
        this(root, id, Duration.ofSeconds(10));
    }

    /** @param longest after which a drawing is stopped */
    ChartSandbox(Path root, String id, Duration longest) {
        this.longest = longest;
        this.root = root.toAbsolutePath().normalize();
        this.id = id;
        try {
            runtime = V8Host.getV8Instance().createV8Runtime();
            runtime.setV8ModuleResolver((where, specifier, from) -> imported(specifier, from.getResourceName()));
            host = runtime.getExecutor(resource("host.js")).execute();
            runtime.getExecutor(resource("walls.js")).executeVoid();
            runtime.allowEval(false);
            V8Module module = module(id + "/index.js");
            try (V8Value evaluated = module.execute(true)) {
                assert evaluated != null;
            }
            namespace = (V8ValueObject) module.getNamespace();
        } catch (JavetException e) {
            throw failure(id + "/index.js cannot be loaded", e);
        }
    }

    String id() {
        return id;
    }

    boolean exports(String name) {
        try {
            return namespace.hasOwnProperty(name);
        } catch (JavetException e) {
            throw failure("exports", e);
        }
    }

    /** What host.js found, as JSON. */
    String draw(String input) {
        try (V8Guard guard = runtime.getGuard(longest.toMillis());
                V8ValueObject parts = runtime.createV8ValueObject()) {
            assert !guard.isClosed();
            for (JsonNode address : DescriptorCheck.tree(host.invokeString("needs", namespace, input))) {
                try (V8ValueObject part = part(address.asText())) {
                    parts.set(address.asText(), part);
                }
            }
            return host.invokeString("draw", namespace, input, parts);
        } catch (JavetException e) {
            throw failure("chart() failed", e);
        }
    }

    @Override
    public void close() {
        try {
            for (V8Module module : modules.values()) {
                module.close(true);
            }
            namespace.close(true);
            host.close(true);
            runtime.close(true);
        } catch (JavetException e) {
            throw failure("close", e);
        }
    }

    private IV8Module imported(String specifier, String from) throws JavetException {
        if (!specifier.startsWith("./") && !specifier.startsWith("../")) {
            throw new AssertionError(from + " imports \"" + specifier + "\"; only relative imports are served");
        }
        Path target = root.resolve(from).resolveSibling(specifier).normalize();
        if (!target.startsWith(root) || !Files.isRegularFile(target)) {
            throw new AssertionError(from + " imports \"" + specifier + "\", which is not below karavel/");
        }
        return module(root.relativize(target).toString().replace('\\', '/'));
    }

    /** The namespace of a module that the chart asked for. */
    private V8ValueObject part(String address) throws JavetException {
        V8Module module = (V8Module) imported(address, id + "/index.js");
        if (module.getStatus() != IV8Module.Evaluated) {
            try (V8Value evaluated = module.execute(true)) {
                assert evaluated != null;
            }
        }
        return (V8ValueObject) module.getNamespace();
    }

    private V8Module module(String path) throws JavetException {
        V8Module known = modules.get(path);
        if (known == null) {
            String script = read(root.resolve(path));
            requireGuardable(path, script);
            known = runtime.getExecutor(script).setResourceName(path).compileV8Module();
            modules.put(path, known);
        }
        return known;
    }

    /** Pages get scripts with a look at the clock in each loop: that has to be a script still. */
    private void requireGuardable(String path, String script) throws JavetException {
        byte[] bytes = script.getBytes(StandardCharsets.UTF_8);
        if (LoopGuard.covers(path, bytes.length)) {
            String guarded = new String(LoopGuard.guarded(bytes, id), StandardCharsets.UTF_8);
            runtime.getExecutor(guarded)
                    .setResourceName(path + " with guarded loops")
                    .compileV8Module()
                    .close();
        }
    }

    private static AssertionError failure(String what, JavetException e) {
        return new AssertionError(what + ": " + e.getMessage(), e);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new AssertionError(file + " cannot be read", e);
        }
    }

    private static String resource(String name) {
        try (InputStream stream = ChartSandbox.class.getResourceAsStream(name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
