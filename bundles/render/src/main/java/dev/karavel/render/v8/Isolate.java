package dev.karavel.render.v8;

import com.caoccao.javet.exceptions.JavetCompilationException;
import com.caoccao.javet.exceptions.JavetException;
import com.caoccao.javet.exceptions.JavetExecutionException;
import com.caoccao.javet.interop.V8Host;
import com.caoccao.javet.interop.V8Runtime;
import com.caoccao.javet.utils.JavetResourceUtils;
import com.caoccao.javet.values.V8Value;
import com.caoccao.javet.values.reference.IV8Module;
import com.caoccao.javet.values.reference.V8Module;
import com.caoccao.javet.values.reference.V8ValueFunction;
import com.caoccao.javet.values.reference.V8ValueObject;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;

/**
 * A V8 of its own with the drawing script and the language around it: no file, no network, no object of Java. Text goes in, text
 * comes out. One thread at a time, with a stack of at least two megabytes: V8 does not ask how much there is.
 */
public final class Isolate implements AutoCloseable {
    /** What a script that is being stopped may still take until it notices. */
    private static final long GRACE = 256L << 20;
    /** Our own script is no suspect: a busy machine may take longer for it. */
    private static final int OWN_TIMES = 5;
    /** Types that were drawn leave their modules behind; a busy isolate makes room by going. */
    private static final int MOST_MODULES = 400;

    private static final ObjectMapper JSON = new ObjectMapper();

    private final V8Runtime runtime;
    private final ModuleSource source;
    private final Limits limits;
    private final ScheduledExecutorService clock;
    private final Map<String, V8Module> modules = new HashMap<>();
    private final Map<String, V8ValueObject> namespaces = new HashMap<>();
    private final V8ValueFunction begin;
    private final V8ValueObject script;
    private volatile Watch watch;

    /** @param fonts widths of letters, as the script wants them */
    public Isolate(
            DrawingScript drawing, String fonts, ModuleSource source, Limits limits, ScheduledExecutorService clock)
            throws ScriptFailure {
        this.source = source;
        this.limits = limits;
        this.clock = clock;
        try {
            runtime = V8Host.getV8Instance().createV8Runtime();
            runtime.setNearHeapLimitCallback((current, initial) -> {
                watch.outOfMemory();
                return current + GRACE;
            });
            // a promise that fails and nobody hears of is nobody's business here
            runtime.setPromiseRejectCallback((event, promise, value) -> {});
            runtime.getExecutor(drawing.script()).setResourceName("render.js").executeVoid();
            script = runtime.getGlobalObject().get("karavelRender");
            runtime.getGlobalObject().delete("karavelRender");
            begin = runtime.getExecutor(drawing.walls())
                    .setResourceName("walls.js")
                    .execute();
            script.invokeVoid("fonts", fonts);
            runtime.allowEval(false);
            runtime.setV8ModuleResolver((where, specifier, from) -> imported(specifier, from.getResourceName()));
        } catch (JavetException e) {
            throw new ScriptFailure("The drawing script cannot be loaded", true, e);
        }
    }

    /**
     * Draws with a plugin's module.
     *
     * @param module address of its script below {@code /plugins/}, or empty where there is none to draw
     * @return what the script says, JSON
     */
    public String chart(Optional<String> module, String wanted) throws ScriptFailure {
        return bounded(() -> {
            begin.callVoid(null);
            if (module.isEmpty()) {
                return script.invokeString("chart", null, wanted);
            }
            V8ValueObject namespace = namespace(module.get());
            try (V8ValueObject parts = runtime.createV8ValueObject()) {
                for (String address : addresses(script.invokeString("needs", namespace, wanted))) {
                    parts.set(address, namespace(ModulePath.of(address, module.get())));
                }
                return script.invokeString("chart", namespace, wanted, parts);
            }
        });
    }

    /** Whether a module can be loaded, and what it exports of the contract. Runs its top level. */
    public boolean exports(String module, String name) throws ScriptFailure {
        return bounded(() -> namespace(module).hasOwnProperty(name));
    }

    /** Lays a dashboard out; no plugin takes part. */
    public String dashboard(String wanted) throws ScriptFailure {
        return bounded(OWN_TIMES, () -> script.invokeString("dashboard", wanted));
    }

    /** Whether it should make room for a fresh one. */
    public boolean worn() {
        return modules.size() > MOST_MODULES;
    }

    private interface Work<T> {
        T done() throws JavetException;
    }

    private <T> T bounded(Work<T> work) throws ScriptFailure {
        return bounded(1, work);
    }

    private <T> T bounded(int times, Work<T> work) throws ScriptFailure {
        watch = Watch.over(runtime, limits.times(times), clock);
        try {
            T done = work.done();
            Optional<String> stopped = watch.close();
            if (stopped.isPresent()) {
                throw new ScriptFailure(stopped.get(), true, null);
            }
            return done;
        } catch (JavetException | IllegalStateException e) {
            throw failure(e, watch.close());
        }
    }

    private static ScriptFailure failure(Exception e, Optional<String> stopped) {
        boolean thrown = e instanceof JavetExecutionException
                || e instanceof JavetCompilationException
                || e instanceof IllegalStateException;
        return new ScriptFailure(
                stopped.orElseGet(() -> String.valueOf(e.getMessage())), stopped.isPresent() || !thrown, e);
    }

    private static List<String> addresses(String json) {
        try {
            return JSON.readValue(json, new TypeReference<List<String>>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("needs() gives no list of addresses", e);
        }
    }

    private V8ValueObject namespace(String path) throws JavetException {
        V8ValueObject known = namespaces.get(path);
        if (known == null) {
            V8Module module = module(path).orElseThrow(() -> missing(path, "the server"));
            V8Value evaluated = module.execute(true);
            evaluated.close();
            known = (V8ValueObject) module.getNamespace();
            namespaces.put(path, known);
        }
        return known;
    }

    private IV8Module imported(String specifier, String from) throws JavetException {
        return module(ModulePath.of(specifier, from)).orElseThrow(() -> missing(specifier, from));
    }

    private Optional<V8Module> module(String path) throws JavetException {
        V8Module known = modules.get(path);
        if (known == null) {
            Optional<String> text = source.text(path);
            if (text.isEmpty()) {
                return Optional.empty();
            }
            known = runtime.getExecutor(text.get()).setResourceName(path).compileV8Module();
            modules.put(path, known);
        }
        return Optional.of(known);
    }

    private static IllegalStateException missing(String specifier, String from) {
        return new IllegalStateException(
                "\"" + specifier + "\", which " + from + " asks for, is no file of the plugin");
    }

    @Override
    public void close() {
        try {
            JavetResourceUtils.safeClose(namespaces.values().toArray());
            JavetResourceUtils.safeClose(begin, script);
            JavetResourceUtils.safeClose(modules.values().toArray());
            runtime.close(true);
        } catch (JavetException e) {
            throw new IllegalStateException("An isolate cannot be closed", e);
        }
    }
}
