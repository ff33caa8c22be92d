package dev.karavel.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The kit is worth what it finds: each of these charts breaks one promise. */
class ChartSandboxTest {
    private static final String INPUT = """
            {"results": [{"columns": [{"name": "a", "label": "A", "type": "text"}], "values": [["<b onclick=go()>"]]}], "annotations": {}, "formData": {},
             "size": {"width": 300, "height": 150}, "mode": "light", "selected": [], "messages": {"hello": "Hello"}}
            """;

    @TempDir
    Path folder;

    private Path root;

    @BeforeEach
    void makeFolder() throws IOException {
        root = Files.createDirectories(folder.resolve("karavel"));
        Files.createDirectories(root.resolve("mine"));
        Files.createDirectories(root.resolve("shared"));
    }

    @Test
    void aPureChartHasNoProblem() throws IOException {
        Files.writeString(root.resolve("shared/name.js"), "export const name = 'bar';");
        assertThat(problems("""
                        import { name } from '../shared/name.js';
                        export const chart = (input) => ({ kind: 'echarts', option: { title: { text: input.text('hello') }, series: [{ type: name, data: [input.data.length] }] } });
                        """)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Date.now()               | Date.now is not there for a chart",
                "new Date()               | new Date() is not there for a chart",
                "new (new Date(0).constructor)() | new Date() is not there for a chart",
                "Math.random()            | Math.random is not there for a chart",
                "document.title           | document is not there for a chart",
                "fetch('/x')              | fetch is not there for a chart",
                "eval('1')                | Code generation from strings disallowed",
                "new Function('return 1') | Code generation from strings disallowed",
                "globalThis.kept = 1      | object is not extensible",
                "Array.prototype.kept = 1 | object is not extensible",
                "input.data.values.push(1)| object is not extensible",
                "input.text('goodbye')    | messages/en.json says nothing for \"goodbye\"",
            })
    void whatAChartMustNotTouchSaysSo(String touched, String message) {
        assertThatThrownBy(() -> problems("export const chart = (input) => { " + touched
                        + "; return { kind: 'echarts', option: { series: [] } }; };"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{ kind: 'canvas' }                                        | is no kind of drawing",
                "{ kind: 'echarts', option: {} }                           | has no series",
                "{ kind: 'echarts', option: { series: [{ data: [0 / 0] }] } } | option.series[0].data[0] is NaN",
                "{ kind: 'echarts', option: { series: new Map() } }        | option.series is no plain object",
                "{ kind: 'html', html: input.data.values[0][0] }           | escape what comes from data",
                "{ kind: 'svg', svg: '<svg><script>1</script></svg>' }     | escape what comes from data",
                "{ kind: 'html', html: '<img src=https://elsewhere/x.png>' } | escape what comes from data",
                "{ kind: 'echarts', option: { tooltip: { formatter: () => input.data.values[0][0] }, series: [{ data: [1] }] } } | the tooltip lets",
                "{ kind: 'echarts', option: { series: [{ data: [{ value: 1, karavel: { filters: [{ column: 'b', values: [] }] } }] }] } } | with a column of the data",
                "{ kind: 'svg', svg: '<svg><path data-karavel=\"{}\"/></svg>' }            | with a column of the data",
                "{ kind: 'svg', svg: '<svg><path data-karavel=\"here\"/></svg>' }          | data-karavel holds no JSON",
                "{ kind: 'svg', svg: '<svg><path data-tip=\"&lt;b onclick=x&gt;\"/></svg>' } | escape what comes from data",
                "{ kind: 'echarts', option: { series: [{ data: [count++] }] } } | differently the second time",
            })
    void aDrawingThatBreaksAPromiseIsFound(String drawing, String problem) {
        assertThat(problems("let count = 0; export const chart = (input) => (" + drawing + ");"))
                .contains(problem);
    }

    @Test
    void whatAChartNeedsLiesInItsParts() throws IOException {
        Files.writeString(root.resolve("shared/land.js"), "export default { paths: ['M0 0'] };");
        assertThat(problems("""
                        export const needs = (formData) => ['../shared/land.js'];
                        export const chart = (input) => ({ kind: 'svg', svg: `<svg d="${input.parts['../shared/land.js'].paths[0]}"/>` });
                        """)).isEmpty();
        assertThatThrownBy(
                        () -> problems(
                                "export const needs = () => ['../shared/sea.js']; export const chart = () => ({ kind: 'svg', svg: '' });"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("sea.js");
    }

    @Test
    void anEndlessLoopIsStopped() {
        try (ChartSandbox sandbox = sandbox("export const chart = () => { for (;;); };", 200)) {
            assertThatThrownBy(() -> sandbox.draw(INPUT)).isInstanceOf(AssertionError.class);
        }
    }

    @Test
    void anImportFromElsewhereIsRefused() {
        assertThatThrownBy(() -> problems("import '../../secret.js'; export const chart = () => 1;"))
                .isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> problems("import 'lodash'; export const chart = () => 1;"))
                .isInstanceOf(AssertionError.class);
    }

    private String problems(String module) {
        try (ChartSandbox sandbox = sandbox(module, 5_000)) {
            JsonNode found = DescriptorCheck.tree(sandbox.draw(INPUT));
            StringBuilder all = new StringBuilder();
            found.path("problems")
                    .forEach(problem -> all.append(problem.asText()).append("; "));
            return all.toString();
        }
    }

    private ChartSandbox sandbox(String module, long milliseconds) {
        try {
            Files.writeString(root.resolve("mine/index.js"), module);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return new ChartSandbox(root, "mine", Duration.ofMillis(milliseconds));
    }
}
