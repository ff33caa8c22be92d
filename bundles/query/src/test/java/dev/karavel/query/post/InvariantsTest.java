package dev.karavel.query.post;

import static dev.karavel.query.post.Posted.day;
import static dev.karavel.query.post.Posted.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds of every table, tried on many that chance made: from none to sixty rows, with gaps, ties and missing groups. */
class InvariantsTest {
    /** A table and the seed it came of, so that a failure can be had again. */
    record Tried(int seed, Posted posted) {
        @Override
        public String toString() {
            return "seed " + seed + ", " + posted.table().rows() + " rows";
        }
    }

    static List<Tried> tables() {
        return IntStream.range(0, 150).mapToObj(InvariantsTest::table).toList();
    }

    private static Tried table(int seed) {
        Random random = new Random(seed);
        int rows = random.nextInt(60);
        Object[][] cells = new Object[rows][];
        for (int i = 0; i < rows; i++) {
            cells[i] = row(
                    day("2024-01-01").plusDays(random.nextInt(90)),
                    random.nextInt(8) == 0 ? null : "g" + random.nextInt(4),
                    random.nextInt(5) == 0 ? null : (Object) (random.nextInt(200) / 8.0),
                    random.nextInt(50));
        }
        return new Tried(seed, Posted.of("day:date g:text v:decimal w:integer", cells));
    }

    @ParameterizedTest
    @MethodSource("tables")
    void aPivotKeepsTheSum(Tried tried) {
        Posted pivoted = tried.posted.then(
                "pivot", "{'index': ['day'], 'columns': ['g'], 'aggregates': {'v': 'sum', 'w': 'sum'}}");
        for (String metric : List.of("v", "w")) {
            double sum = pivoted.names().stream()
                    .filter(name -> name.startsWith(metric))
                    .mapToDouble(name -> sum(pivoted, name))
                    .sum();
            assertThat(sum).isCloseTo(sum(tried.posted, metric), offset(1e-9));
        }
    }

    @ParameterizedTest
    @MethodSource("tables")
    void marginsAreTheSumsOfTheirRowsAndColumns(Tried tried) {
        if (tried.posted.table().rows() == 0) {
            return;
        }
        Posted pivoted = tried.posted.then(
                "pivot",
                "{'index': ['day'], 'columns': ['g'], 'aggregates': {'w': 'sum'}, 'marginal_distributions': true}");
        double[] totals = pivoted.numbersOf("w, All");
        assertThat(totals[totals.length - 1]).isEqualTo(sum(tried.posted, "w"));
        assertThat(Arrays.stream(totals).sum()).isEqualTo(2 * sum(tried.posted, "w"));
    }

    @ParameterizedTest
    @MethodSource("tables")
    void groupsKeepTheSumAndTheRows(Tried tried) {
        Posted grouped = tried.posted.then(
                "aggregate",
                "{'groupby': ['g'], 'aggregates': {'v': 'sum', 'n': {'column': 'w', 'operator': 'count'}}}");
        assertThat(sum(grouped, "v")).isCloseTo(sum(tried.posted, "v"), offset(1e-9));
        if (tried.posted.table().rows() > 0) {
            assertThat(sum(grouped, "n")).isEqualTo(tried.posted.table().rows());
        }
    }

    @ParameterizedTest
    @MethodSource("tables")
    void sharesSumToOne(Tried tried) {
        Posted shares = tried.posted.then("contribution", "{'orientation': 'column', 'columns': ['w']}");
        if (sum(tried.posted, "w") > 0) {
            assertThat(sum(shares, "w")).isCloseTo(1, offset(1e-9));
        }
        Posted rows = tried.posted.then("contribution", "{'orientation': 'row', 'columns': ['v', 'w']}");
        double[] v = rows.numbersOf("v");
        double[] w = rows.numbersOf("w");
        for (int i = 0; i < v.length; i++) {
            double whole = (Double.isNaN(v[i]) ? 0 : v[i]) + w[i];
            assertThat(Double.isNaN(w[i]) || Math.abs(whole - 1) < 1e-9).isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("tables")
    void theLastOfWhatIsCumulatedIsTheSumAndItsDifferencesAreTheValues(Tried tried) {
        Posted cumulated = tried.posted.then("cum", "{'operator': 'sum', 'columns': {'w': 'so far'}}");
        double[] soFar = cumulated.numbersOf("so far");
        if (soFar.length > 0) {
            assertThat(soFar[soFar.length - 1]).isEqualTo(sum(tried.posted, "w"));
        }
        double[] differences = cumulated.then("diff", "{'columns': ['so far']}").numbersOf("so far");
        double[] values = tried.posted.numbersOf("w");
        for (int i = 1; i < values.length; i++) {
            assertThat(differences[i]).isEqualTo(values[i]);
        }
    }

    @ParameterizedTest
    @MethodSource("tables")
    void resamplingKeepsTheSumAndTheOrderOfTime(Tried tried) {
        Posted numbers = tried.posted.then("select", "{'columns': ['day', 'v', 'w']}");
        for (String rule : List.of("1D", "5D", "36h", "W", "W-WED", "MS", "2ME", "QS", "YE")) {
            Posted sums = numbers.then("resample", "{'rule': '" + rule + "', 'method': 'sum'}");
            assertThat(sum(sums, "w")).as(rule).isEqualTo(sum(tried.posted, "w"));
            assertThat(sum(sums, "v")).as(rule).isCloseTo(sum(tried.posted, "v"), offset(1e-9));
            List<Object> days = sums.column("day");
            assertThat(days).as(rule).isSortedAccordingTo(Values::compare).doesNotHaveDuplicates();
        }
    }

    @ParameterizedTest
    @MethodSource("tables")
    void everyValueLiesInOneBin(Tried tried) {
        Posted histogram = tried.posted.then("histogram", "{'column': 'v', 'bins': 7, 'groupby': ['g']}");
        double present = Arrays.stream(tried.posted.numbersOf("v"))
                .filter(value -> !Double.isNaN(value))
                .count();
        double counted = histogram.names().stream()
                .filter(name -> name.contains(" - "))
                .mapToDouble(name -> sum(histogram, name))
                .sum();
        assertThat(counted).isEqualTo(present);
    }

    @ParameterizedTest
    @MethodSource("tables")
    void boxesAreInOrder(Tried tried) {
        Posted boxes = tried.posted.then("boxplot", "{'groupby': ['g'], 'metrics': ['w'], 'whisker_type': 'min/max'}");
        for (int i = 0; i < boxes.table().rows() && tried.posted.table().rows() > 0; i++) {
            int row = i;
            assertThat(List.of("w__min", "w__q1", "w__median", "w__q3", "w__max"))
                    .extracting(name -> boxes.numbersOf(name)[row])
                    .isSorted();
        }
    }

    @ParameterizedTest
    @MethodSource("tables")
    void sortingOnlyMovesRows(Tried tried) {
        Posted sorted = tried.posted.then("sort", "{'by': ['v', 'g'], 'ascending': [false, true]}");
        assertThat(sorted.rows()).containsExactlyInAnyOrderElementsOf(tried.posted.rows());
        assertThat(sorted.column("v")).isSortedAccordingTo((one, other) -> Values.compare(one, other, false));
    }

    @ParameterizedTest
    @MethodSource("tables")
    void ranksGrowWithTheirValuesUpToOne(Tried tried) {
        Posted ranked = tried.posted.then("rank", "{'metric': 'v'}").then("sort", "{'by': 'v'}");
        if (ranked.table().rows() == 0) {
            return;
        }
        List<Double> ranks = new ArrayList<>();
        Arrays.stream(ranked.numbersOf("rank"))
                .filter(rank -> !Double.isNaN(rank))
                .forEach(ranks::add);
        assertThat(ranks).isSorted().allMatch(rank -> rank > 0 && rank <= 1);
        assertThat(ranks.stream().mapToDouble(Double::doubleValue).sum())
                .isCloseTo((ranks.size() + 1) / 2.0 * (ranks.isEmpty() ? 0 : 1), offset(1e-9));
    }

    @ParameterizedTest
    @MethodSource("tables")
    void aWindowOfOneIsTheValueAndAWideOneTheSumSoFar(Tried tried) {
        assertThat(tried.posted
                        .then("rolling", "{'columns': ['v'], 'rolling_type': 'sum', 'window': 1}")
                        .numbersOf("v"))
                .isEqualTo(tried.posted.numbersOf("v"));
        double[] wide = tried.posted
                .then("rolling", "{'columns': ['w'], 'rolling_type': 'sum', 'window': 100, 'min_periods': 0}")
                .numbersOf("w");
        assertThat(wide)
                .isEqualTo(tried.posted.then("cum", "{'columns': ['w']}").numbersOf("w"));
    }

    private static double sum(Posted posted, String name) {
        return Arrays.stream(posted.numbersOf(name))
                .filter(value -> !Double.isNaN(value))
                .sum();
    }
}
