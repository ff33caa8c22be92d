package dev.karavel.render.v8;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.karavel.api.error.ErrorCode;
import dev.karavel.api.error.KaravelException;
import dev.karavel.render.paint.Fonts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Real V8, and plugins that do what they should not. */
class IsolatesTest {
    private static final Fonts FONTS = new Fonts();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String GOOD =
            "export const chart = ({data}) => ({kind: 'html', html: `<b>${data.values[0][0]}</b>`})";
    private static final Map<String, String> FILES = Map.of(
            "p/1/good/index.js", GOOD,
            "p/1/imports/index.js",
                    "import {word} from '../shared/word.js'; export const chart = () => ({kind: 'html', html: word})",
            "p/1/shared/word.js", "export const word = 'shared'",
            "p/1/outside/index.js", "import '../../../q/1/secret.js'; export const chart = () => 1",
            "q/1/secret.js", "export const secret = 1",
            "p/1/bare/index.js", "import 'fs'; export const chart = () => 1",
            "p/1/loopAtLoad/index.js", "for (;;) {} export const chart = () => 1");
    private static final String[] SCRIPT = {""};
    private static final Isolates ISOLATES = new Isolates(
            2,
            2,
            new Limits(Duration.ofSeconds(2), 128),
            FONTS,
            path -> path.endsWith("given/index.js")
                    ? Optional.of("export const chart = (input) => {" + SCRIPT[0] + "}")
                    : Optional.ofNullable(FILES.get(path)));

    @AfterAll
    static void close() {
        ISOLATES.close();
    }

    private static JsonNode chart(String module) throws Exception {
        String drawn = ISOLATES.draw(1, isolate -> isolate.chart(Optional.of(module), wanted()));
        return JSON.readTree(drawn);
    }

    private static String wanted() {
        return """
                {"width": 300, "height": 200, "mode": "light", "locale": "en", "title": "T", "card": false, "headed": false,
                 "formData": {"viz_type": "x"}, "messages": {}, "visualization": {"viz_type": "x", "title": "X", "plugin": "p", "version": "1"},
                 "samples": [{"columns": [{"name": "a", "label": "a", "type": "text"}], "values": [["hello"]]}]}""";
    }

    private static JsonNode script(String body) throws Exception {
        SCRIPT[0] = body;
        // a path of its own each time: what an isolate has loaded it keeps
        return chart("p/" + System.nanoTime() + "/given/index.js");
    }

    private static void worksAgain() throws Exception {
        for (int time = 0; time < 4; time++) {
            assertThat(chart("p/1/good/index.js").path("svg").asText()).contains("hello");
        }
    }

    @Test
    void modulesImportFilesOfTheirOwnPlugin() throws Exception {
        assertThat(chart("p/1/imports/index.js").path("svg").asText()).contains("shared");
    }

    @ParameterizedTest
    @ValueSource(strings = {"outside", "bare", "absent"})
    void nothingElseIsImported(String type) throws Exception {
        assertThatThrownBy(() -> chart("p/1/" + type + "/index.js")).isInstanceOf(ScriptFailure.class);
        worksAgain();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "for (;;) {}",
                "while (true) { try { throw 1 } catch {} }",
                "/(a+)+b/.test('a'.repeat(60))",
                "const f = () => new Promise(() => f()); f(); for (;;) f()"
            })
    void anEndlessLoopIsStoppedAndTheNextChartIsDrawn(String body) throws Exception {
        assertThatThrownBy(() -> script(body))
                .asInstanceOf(type(ScriptFailure.class))
                .matches(ScriptFailure::fatal)
                .extracting(Throwable::getMessage)
                .asString()
                .containsAnyOf("longer than 2 seconds", "128 MB");
        worksAgain();
    }

    @Test
    void aLoopWhileLoadingIsStoppedToo() throws Exception {
        assertThatThrownBy(() -> chart("p/1/loopAtLoad/index.js")).isInstanceOf(ScriptFailure.class);
        worksAgain();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "const a = []; for (;;) a.push({x: a.length, y: 'z' + a.length})",
                "const a = []; for (;;) a.push(new Array(1e6).fill(7))",
                "const m = new Map(); for (let i = 0; ; i++) m.set(i, i)",
                "let s = 'abcdefgh'; const a = []; for (;;) a.push((s + a.length).split(''))"
            })
    void aMemoryHogIsStoppedAndTheNextChartIsDrawn(String body) throws Exception {
        assertThatThrownBy(() -> script(body))
                .asInstanceOf(type(ScriptFailure.class))
                .matches(ScriptFailure::fatal);
        worksAgain();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "return new Array(3e7).fill(1.5)",
                "return Array.from({length: 1e9})",
                "return 'x'.repeat(4e8)",
                "return 'x'.padStart(5e8).split('')",
                "let s = 'abcd'; for (let i = 0; i < 26; i++) s += s; return s.split('')",
                "return new Uint8Array(6e9).fill(1)",
                "const a = []; for (;;) a.push(new Float64Array(1e6))",
                "return new ArrayBuffer(4e9)",
                "const a = []; a.length = 4e9; return a.map(() => 1)",
                "return new (Object.getPrototypeOf(Float64Array.prototype).constructor)(1e9)",
                "return new ([].constructor)(4e7).fill(1)"
            })
    void whatWouldTakeTheWholeProcessDownIsRefused(String body) throws Exception {
        assertThat(script(body).path("failure").asText()).isNotEmpty();
        worksAgain();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "return eval('1')",
                "return new Function('return 1')()",
                "return fetch('http://127.0.0.1/')",
                "return require('fs')",
                "return process.exit()",
                "return new WebAssembly.Module(new Uint8Array(8))",
                "return karavelRender.fonts('{}')",
                "return globalThis.Java.type('java.lang.System')",
                "return document.title",
                "return new XMLHttpRequest()",
                "'use strict'; Array.prototype.map = null; return 1"
            })
    void nothingOfTheWorldIsThere(String body) throws Exception {
        assertThat(script(body).path("failure").asText()).isNotEmpty();
        worksAgain();
    }

    @Test
    void aDeepRecursionEndsInItself() throws Exception {
        assertThat(script("const f = (n) => f(n + 1) + 1; return f(0)")
                        .path("failure")
                        .asText())
                .contains("stack");
        worksAgain();
    }

    @Test
    void whoComesWhenTheLineIsFullIsToldSo() throws Exception {
        CountDownLatch begun = new CountDownLatch(2);
        CountDownLatch end = new CountDownLatch(1);
        ExecutorService callers = Executors.newFixedThreadPool(4);
        try {
            List<Future<?>> held = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                held.add(callers.submit(() -> ISOLATES.draw(1, isolate -> {
                    begun.countDown();
                    await(end);
                    return "";
                })));
            }
            begun.await();
            CountDownLatch queued = new CountDownLatch(2);
            for (int i = 0; i < 2; i++) {
                held.add(callers.submit(() -> {
                    queued.countDown();
                    return ISOLATES.draw(1, isolate -> "");
                }));
            }
            queued.await();
            while (ISOLATES.waiting() < 2) {
                Thread.onSpinWait();
            }
            assertThatThrownBy(() -> ISOLATES.draw(1, isolate -> ""))
                    .asInstanceOf(type(KaravelException.class))
                    .extracting(KaravelException::code)
                    .isEqualTo(ErrorCode.QUEUE_FULL);
            end.countDown();
            for (Future<?> one : held) {
                one.get();
            }
        } finally {
            end.countDown();
            callers.shutdown();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
