package dev.karavel.query.post.time;

import static org.assertj.core.api.Assertions.assertThat;

import dev.karavel.api.sql.TimeBounds;
import dev.karavel.spi.data.PostProcessing;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CoveringTest {
    private static final TimeBounds MAY = new TimeBounds(
            Optional.of(LocalDateTime.parse("2024-05-01T00:00:00")),
            Optional.of(LocalDateTime.parse("2024-06-01T00:00:00")));

    private final PostProcessing resample = new PostProcessing("resample", Map.of("rule", "1D", "fill_value", 0));

    @Test
    void resamplingCoversTheTimeThatWasAskedAbout() {
        assertThat(covered(resample).get("time_range_start")).isEqualTo("2024-05-01T00:00");
        assertThat(covered(resample).get("time_range_end")).isEqualTo("2024-06-01T00:00");
        assertThat(covered(resample).get("rule")).isEqualTo("1D");
    }

    @Test
    void resamplingOfEachSeriesCoversItToo() {
        PostProcessing each = new PostProcessing(
                "each_series",
                Map.of(
                        "index",
                        "day",
                        "steps",
                        List.of(Map.of("operation", "resample", "options", Map.of("rule", "1D")))));
        assertThat(covered(each).get("steps").toString()).contains("time_range_start=2024-05-01T00:00");
    }

    @Test
    void whatIsSaidInTheStepCountsAndOtherStepsStayAsTheyAre() {
        PostProcessing said =
                new PostProcessing("resample", Map.of("rule", "1D", "time_range_start", "2024-04-01T00:00:00"));
        PostProcessing sort = new PostProcessing("sort", Map.of("columns", Map.of("day", true)));
        assertThat(Covering.steps(List.of(said, sort), MAY)).containsExactly(said, sort);
    }

    @Test
    void withoutBothBoundsNothingIsCovered() {
        TimeBounds since = new TimeBounds(MAY.from(), Optional.empty());
        assertThat(Covering.steps(List.of(resample), since)).containsExactly(resample);
    }

    private static Map<String, Object> covered(PostProcessing step) {
        return Covering.steps(List.of(step), MAY).get(0).options();
    }
}
