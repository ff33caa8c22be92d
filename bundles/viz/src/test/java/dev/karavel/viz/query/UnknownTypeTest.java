package dev.karavel.viz.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.karavel.spi.data.ColumnType;
import dev.karavel.spi.data.QuerySpec;
import dev.karavel.spi.data.Term;
import dev.karavel.spi.viz.DatasetInfo;
import dev.karavel.spi.viz.FormData;
import dev.karavel.spi.viz.InvalidFormData;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class UnknownTypeTest {
    private static final DatasetInfo DATASET = new DatasetInfo(
            Map.of("day", ColumnType.TIMESTAMP, "origin", ColumnType.TEXT), Set.of("flights"), Optional.of("day"));

    @Test
    void usualControlsTellWhatToAsk() {
        QuerySpec question = ask(Map.of("x_axis", "day", "groupby", List.of("origin"), "metric", "flights"));
        assertThat(question.aggregate()).isTrue();
        assertThat(question.columns()).extracting(Term::label).containsExactly("day", "origin");
        assertThat(question.metrics()).extracting(Term::label).containsExactly("flights");
    }

    @Test
    void rowsAreAskedForWhereTheFormDataNamesColumnsOnly() {
        QuerySpec question = ask(Map.of("all_columns", List.of("origin")));
        assertThat(question.aggregate()).isFalse();
        assertThat(question.columns()).extracting(Term::label).containsExactly("origin");
    }

    @Test
    void formDataThatTellNothingAreRefused() {
        assertThatThrownBy(() -> ask(Map.of("colour", "red"))).isInstanceOf(InvalidFormData.class);
    }

    private static QuerySpec ask(Map<String, Object> formData) {
        return UnknownType.question("nobody", new FormData(formData), DATASET).get(0);
    }
}
