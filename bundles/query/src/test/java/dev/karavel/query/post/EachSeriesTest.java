package dev.karavel.query.post;

import static dev.karavel.query.post.Posted.day;
import static dev.karavel.query.post.Posted.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class EachSeriesTest {
    private final Posted sold = Posted.of(
            "day:date city:text sold:integer",
            row(day("2024-01-01"), "Bern", 1),
            row(day("2024-01-01"), "Rome", 10),
            row(day("2024-01-02"), "Bern", 2),
            row(day("2024-01-03"), "Bern", 3),
            row(day("2024-01-03"), "Rome", 30));

    @Test
    void aWindowRollsOverEachSeriesAlone() {
        Posted rolled = each("""
                {'operation': 'rolling', 'options':
                  {'rolling_type': 'sum', 'window': 2, 'min_periods': 0, 'columns': {'sold': 'sold'}}}""");
        assertThat(rolled.names()).containsExactly("day", "city", "sold");
        assertThat(rolled.column("city")).containsExactly("Bern", "Rome", "Bern", "Rome", "Bern", "Rome");
        assertThat(rolled.column("sold")).containsExactly(1.0, 10.0, 3.0, 10.0, 5.0, 30.0);
    }

    @Test
    void aForecastGoesOnAfterEachSeries() {
        Posted told = each("{'operation': 'prophet', 'options': {'index': 'day', 'time_grain': 'P1D', 'periods': 2}}");
        assertThat(told.names())
                .containsExactly("day", "city", "sold__yhat", "sold__yhat_lower", "sold__yhat_upper", "sold");
        assertThat(told.column("day")).hasSize(10).endsWith(day("2024-01-05"), day("2024-01-05"));
        assertThat(told.column("city")).endsWith("Bern", "Rome");
    }

    @Test
    void withoutDimensionsThereIsOneSeries() {
        Posted plain = Posted.of("x:integer y:integer", row(2, 5), row(1, 4), row(null, 9));
        Posted summed = plain.then(
                "each_series",
                "{'index': 'x', 'steps': [{'operation': 'cum', 'options': {'operator': 'sum', 'columns': {'y': 'y'}}}]}");
        assertThat(summed.column("x")).containsExactly(1L, 2L);
        assertThat(summed.column("y")).containsExactly(4.0, 9.0);
    }

    @Test
    void wrongStepsAreRefusedBeforeThereAreRows() {
        assertThatThrownBy(() -> each("1")).hasMessageContaining("steps: has to be a list of {operation, options}");
        assertThatThrownBy(() -> each("{'operation': 'guess'}")).hasMessageContaining("No operation \"guess\"");
        assertThatThrownBy(() -> sold.then("each_series", "{'steps': []}"))
                .hasMessageContaining("index: has to be given");
    }

    private Posted each(String step) {
        return sold.then("each_series", "{'index': 'day', 'groupby': ['city'], 'steps': [" + step + "]}");
    }
}
