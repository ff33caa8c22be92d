package dev.karavel.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * What every chart type promises. A plugin's test extends it and adds nothing:
 *
 * <pre>class MyChartTest extends VisualizationContract {}</pre>
 *
 * <p>Each {@code karavel/<viz_type>/visualization.json} of the module is read as the server reads it, and its
 * {@code chart()} is run in V8 with every sample of the gallery: light and dark, small and large, with no rows, one row,
 * nulls, negative, huge, tiny and equal values, gaps, hostile and long labels, ten thousand rows, and all of that at once:
 * the ordinary sample is asked for, the extreme ones are made of it.
 */
public abstract class VisualizationContract {
    private ChartSandbox sandbox;

    /** The longest drawing a reader should wait for, on a slow machine with other work: a page shows a dozen. */
    protected Duration longestDrawing() {
        return Duration.ofSeconds(3);
    }

    /** Languages beside English that the module promises: no text of its descriptors may be without a translation in these. */
    protected Set<String> languages() {
        return Set.of();
    }

    @Test
    void everyTranslationIsOneOfTheDescriptors() {
        TextsCheck.check(root(), languages());
    }

    /** The folder {@code karavel} of the module under test. */
    protected Path root() {
        try {
            for (URL url : Collections.list(getClass().getClassLoader().getResources("karavel"))) {
                if ("file".equals(url.getProtocol()) && hasCharts(Path.of(url.toURI()))) {
                    return Path.of(url.toURI());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
        throw new AssertionError("No karavel/<viz_type>/visualization.json in src/main/resources of this module");
    }

    @TestFactory
    Stream<DynamicNode> everyChartTypeKeepsTheContract() {
        return ChartFolder.in(root()).stream()
                .map(folder -> dynamicContainer(folder.id(), URI.create("karavel:" + folder.id()), tests(folder)));
    }

    private Stream<DynamicNode> tests(ChartFolder folder) {
        return Stream.of(
                dynamicTest("its descriptor is one the server takes", () -> DescriptorCheck.check(folder)),
                dynamicTest("its thumbnail is a small, harmless SVG", () -> PictureCheck.thumbnail(folder)),
                dynamicTest("its gallery has samples that fit its controls", () -> Gallery.check(folder)),
                dynamicTest("its messages are texts", () -> messages(folder)),
                dynamicTest("it exports chart or mount", () -> exports(folder)),
                dynamicTest("what a mark filters by stands out once it is chosen", () -> choices(folder)),
                dynamicContainer("it draws", Stream.of(folder).flatMap(this::drawings)));
    }

    private Stream<DynamicTest> drawings(ChartFolder folder) {
        List<Case> cases = new ArrayList<>();
        for (Case sample : Gallery.cases(folder)) {
            for (String mode : List.of("light", "dark")) {
                cases.add(sample.shown(mode, 120, 60));
                cases.add(sample.shown(mode, 300, 150));
                cases.add(sample.shown(mode, 1200, 700));
            }
            Case one = sample.shown("light", 480, 300);
            cases.add(one.withRows("no rows", 0));
            cases.add(one.withRows("one row", 1));
            cases.add(one.withoutValues());
            cases.add(one.negative());
            cases.add(one.withHugeNumbers());
            cases.add(one.withGaps());
            cases.add(one.allTheSame(0));
            cases.add(one.allTheSame(7));
            cases.add(one.extreme());
            cases.add(one.hostile());
            cases.add(one.withLongLabels());
            cases.add(one.withManyRows());
            cases.add(one.chosen());
            cases.add(one.withoutSettings());
        }
        return cases.stream().map(each -> dynamicTest(each.name(), () -> draw(folder, each)));
    }

    private void draw(ChartFolder folder, Case input) {
        ChartSandbox sandbox = sandbox(folder);
        if (!sandbox.exports("chart")) {
            return;
        }
        long start = System.nanoTime();
        JsonNode found = DescriptorCheck.tree(sandbox.draw(input.json().toString()));
        Duration each = Duration.ofNanos(System.nanoTime() - start).dividedBy(2);
        assertThat(found.path("problems"))
                .map(JsonNode::asText)
                .as(input.name())
                .isEmpty();
        if ("svg".equals(found.path("kind").asText())) {
            PictureCheck.svg("the drawing", found.path("text").asText().getBytes(StandardCharsets.UTF_8));
        }
        assertThat(each).as("time to draw").isLessThan(longestDrawing());
    }

    /** Types that draw themselves show it in the page alone. */
    private void choices(ChartFolder folder) {
        ChartSandbox sandbox = sandbox(folder);
        boolean filters =
                folder.json("visualization.json").path("behaviours").toString().contains("crossFilter");
        if (!filters || sandbox.exports("mount")) {
            return;
        }
        boolean marked = false;
        for (Case sample : Gallery.cases(folder)) {
            Case shown = sample.shown("light", 600, 400);
            JsonNode plain = DescriptorCheck.tree(sandbox.draw(shown.json().toString()));
            JsonNode choices = plain.path("choices");
            marked |= !choices.isEmpty();
            if (choices.size() > 1) {
                Case choosing = shown.choosing(choices.get(0));
                JsonNode chosen =
                        DescriptorCheck.tree(sandbox.draw(choosing.json().toString()));
                assertThat(chosen.path("digest"))
                        .as(choosing.name() + ": others fade (filterState.selected)")
                        .isNotEqualTo(plain.path("digest"));
            }
        }
        assertThat(marked)
                .as("a mark of some sample carries karavel: {filters}, as behaviours promise crossFilter")
                .isTrue();
    }

    private void exports(ChartFolder folder) {
        assertThat(sandbox(folder).exports("chart") || sandbox(folder).exports("mount"))
                .as("index.js exports chart(input), mount(element, input, host), or both")
                .isTrue();
    }

    /** One for all drawings of a chart type: nothing may stay in it from one to the next. */
    private ChartSandbox sandbox(ChartFolder folder) {
        if (sandbox == null || !folder.id().equals(sandbox.id())) {
            closeSandbox();
            sandbox = new ChartSandbox(folder.root(), folder.id());
        }
        return sandbox;
    }

    @AfterEach
    void closeSandbox() {
        if (sandbox != null) {
            sandbox.close();
            sandbox = null;
        }
    }

    private static void messages(ChartFolder folder) {
        folder.messages().properties().forEach(message -> assertThat(
                        message.getValue().isTextual())
                .as(message.getKey() + " in messages/en.json is a text")
                .isTrue());
    }

    private static boolean hasCharts(Path folder) throws IOException {
        try (Stream<Path> inner = Files.list(folder)) {
            return inner.anyMatch(each -> Files.exists(each.resolve("visualization.json")));
        }
    }
}
