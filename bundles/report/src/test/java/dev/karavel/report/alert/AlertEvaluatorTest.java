package dev.karavel.report.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.karavel.api.report.ReportSchedule.Alarm;
import dev.karavel.spi.data.Column;
import dev.karavel.spi.data.ColumnType;
import dev.karavel.spi.data.Table;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlertEvaluatorTest {
    private static final Alarm NOT_NULL = new Alarm(1, "SELECT 1", Optional.empty(), OptionalDouble.empty(), false);

    @Test
    void somethingIsWhatIsNeitherNothingNorNoughtNorNoNumber() {
        assertThat(AlertEvaluator.judge(NOT_NULL, one("yes")).fires()).isTrue();
        assertThat(AlertEvaluator.judge(NOT_NULL, one(3L)).fires()).isTrue();
        assertThat(AlertEvaluator.judge(NOT_NULL, one(true)).fires()).isTrue();
        assertThat(AlertEvaluator.judge(NOT_NULL, one(0L)).fires()).isFalse();
        assertThat(AlertEvaluator.judge(NOT_NULL, one(new BigDecimal("0.00"))).fires())
                .isFalse();
        assertThat(AlertEvaluator.judge(NOT_NULL, one(Double.NaN)).fires()).isFalse();
        assertThat(AlertEvaluator.judge(NOT_NULL, one(null)).fires()).isFalse();
        assertThat(AlertEvaluator.judge(NOT_NULL, Table.empty(List.of(column("n"))))
                        .fires())
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "<,4,true",
        "<,3,false",
        "<=,3,true",
        ">,2,true",
        ">,3,false",
        ">=,3,true",
        "==,3,true",
        "!=,3,false",
        "!=,4,true"
    })
    void aValueIsComparedWithTheThreshold(String operator, double threshold, boolean fires) {
        Verdict verdict = AlertEvaluator.judge(alarm(operator, threshold), one(new BigDecimal("3")));
        assertThat(verdict.fires()).isEqualTo(fires);
        assertThat(verdict.value()).hasValue(3);
        assertThat(verdict.row()).isEqualTo("[{\"n\":3}]");
    }

    @Test
    void noRowCountsAsNoughtAndNothingAsNothing() {
        assertThat(AlertEvaluator.judge(alarm("<", 1), Table.empty(List.of(column("n"))))
                        .fires())
                .isTrue();
        assertThat(AlertEvaluator.judge(alarm("<", 1), one(null)).fires()).isFalse();
    }

    @Test
    void whatIsNotOneNumberIsAnError() {
        Table two = new Table.Builder(List.of(column("n"))).add(1L).add(2L).build();
        Table wide =
                new Table.Builder(List.of(column("n"), column("m"))).add(1L, 2L).build();
        assertThatThrownBy(() -> AlertEvaluator.judge(NOT_NULL, two)).hasMessageContaining("more than one row");
        assertThatThrownBy(() -> AlertEvaluator.judge(NOT_NULL, wide)).hasMessageContaining("2 columns");
        assertThatThrownBy(() -> AlertEvaluator.judge(alarm("<", 1), one("many")))
                .hasMessageContaining("no number");
        assertThat(AlertEvaluator.judge(alarm("<", 1), one("0.5")).fires()).isTrue();
    }

    private static Alarm alarm(String operator, double threshold) {
        return new Alarm(1, "SELECT 1", Optional.of(operator), OptionalDouble.of(threshold), false);
    }

    private static Table one(Object value) {
        return new Table.Builder(List.of(column("n"))).add(value).build();
    }

    private static Column column(String name) {
        return new Column(name, ColumnType.DECIMAL);
    }
}
