package dev.karavel.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.karavel.api.error.KaravelException;
import dev.karavel.api.query.ChartRequest;
import dev.karavel.api.query.ResultFormat;
import dev.karavel.api.query.ResultType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class QuestionTextTest {
    @Test
    void aQuestionIsReadAsItWasWritten() {
        ChartRequest request = new ChartRequest(
                Optional.of(3L),
                Optional.of(4L),
                Map.of("viz_type", "pie", "row_limit", 5, "filters", List.of(Map.of("val", "ä"))),
                List.of(Map.of("columns", List.of("a", "b"))),
                ResultType.FULL,
                true,
                Optional.of(60),
                new ChartRequest.Stale(7, true));

        QuestionText read = QuestionText.read(new QuestionText(request, ResultFormat.COLUMNS).write());
        assertThat(read.request()).isEqualTo(request);
        assertThat(read.format()).isEqualTo(ResultFormat.COLUMNS);
        assertThat(read.asking().force()).isTrue();
        assertThat(read.fetching().force()).isFalse();
    }

    @Test
    void whatIsNeverStoredIsKeptUntilItIsFetched() {
        ChartRequest never = new ChartRequest(
                Optional.of(3L), Optional.empty(), Map.of(), List.of(), ResultType.FULL, false, Optional.of(-1));

        assertThat(new QuestionText(never, ResultFormat.JSON).asking().cacheTimeout())
                .contains(60);
    }

    @Test
    void whatIsNoQuestionIsRefused() {
        assertThatThrownBy(() -> QuestionText.read("{}")).isInstanceOf(KaravelException.class);
    }
}
