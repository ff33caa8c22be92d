package dev.karavel.query.post;

import static dev.karavel.query.post.Posted.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.karavel.api.error.KaravelException;
import dev.karavel.spi.data.PostProcessing;
import dev.karavel.spi.data.Table;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PostProcessorTest {
    private final Posted sales = Posted.of(
            "month:date city:text sold:integer",
            row(Posted.day("2024-05-01"), "Oslo", 4),
            row(Posted.day("2024-06-01"), "Oslo", 10));

    @Test
    void withoutStepsTheTableIsTheSame() {
        assertThat(PostProcessor.run(List.of(), sales.table())).isSameAs(sales.table());
    }

    @Test
    void anUnknownOperationIsRefusedWithAllThatThereAre() {
        assertThatThrownBy(() -> PostProcessor.check(List.of(new PostProcessing("guess", Map.of()))))
                .isInstanceOfSatisfying(KaravelException.class, refused -> assertThat(refused.field())
                        .isEqualTo("post_processing"))
                .hasMessageContaining(
                        "No operation \"guess\"; there are [aggregate, anomaly_detection, boxplot, compare, contribution,");
    }

    @Test
    void anUnknownOptionIsRefusedBeforeAnythingIsAsked() {
        assertThatThrownBy(() -> PostProcessor.check(List.of(Posted.step("cum", "{'colums': ['sold']}"))))
                .isInstanceOfSatisfying(KaravelException.class, refused -> assertThat(refused.field())
                        .isEqualTo("post_processing.cum.colums"))
                .hasMessage(
                        "Operation cum: colums: there is no such option; there are [operator, columns, is_pivot_df]");
    }

    @Test
    void anUnknownColumnIsRefusedWithThoseThereAre() {
        sales.refuses("cum", "{'columns': ['nothing']}", "columns")
                .hasMessageContaining("there is no column \"nothing\" in the result; there are [month, city, sold]");
    }

    @Test
    void optionsOfAWrongShapeAreRefused() {
        sales.refuses("cum", "{'columns': {'sold': null}}", "columns").hasMessageContaining("followed by a name");
        sales.refuses("rolling", "{'columns': ['sold'], 'window': 'wide'}", "window");
        sales.refuses("rolling", "{'columns': ['sold'], 'window': 2.5}", "window");
        sales.refuses("flatten", "{'reset_index': 'yes'}", "reset_index").hasMessageContaining("true or false");
        sales.refuses("select", "{'columns': {'sold': 1}}", "columns").hasMessageContaining("list");
    }

    @Test
    void aResultWithoutRowsPassesEveryStepEvenWhenItsColumnsNeverCameToBe() {
        Table none = Table.empty(sales.table().columns());
        Posted posted = new Posted(none)
                .through(
                        "pivot",
                        "{'index': ['month'], 'columns': ['city'], 'aggregates': {'sold': {'operator': 'sum'}}}",
                        "rolling",
                        "{'columns': {'sold': 'sold'}, 'window': 2}",
                        "resample",
                        "{'rule': '1D', 'method': 'ffill'}",
                        "rename",
                        "{'columns': {'gone': 'x'}}",
                        "rename",
                        "{'columns': {'sold': null}, 'level': 1}",
                        "contribution",
                        "{'orientation': 'row', 'columns': ['gone']}",
                        "sort",
                        "{'by': ['gone']}",
                        "flatten",
                        "{}",
                        "histogram",
                        "{'column': 'gone'}",
                        "boxplot",
                        "{'metrics': ['gone']}");

        assertThat(posted.table().rows()).isZero();
    }
}
