package dev.karavel.contract.data;

import dev.karavel.spi.data.Aggregate;
import dev.karavel.spi.data.Dimension;
import dev.karavel.spi.data.Filter;
import dev.karavel.spi.data.Metric;
import dev.karavel.spi.data.Operator;
import dev.karavel.spi.data.Order;
import dev.karavel.spi.data.QuerySpec;
import dev.karavel.spi.data.TimeGrain;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

/** Questions nobody thought of. A seed gives the same ones each time; the name of a question says which it was. */
final class RandomQuestions {
    private static final List<String> TEXTS = List.of("region", "product", "loud", "note");
    private static final List<String> NUMBERS = List.of("id", "amount", "price", "doubled");
    private static final List<String> TIMES = List.of("sold_at", "day");
    private static final List<Object> WORDS =
            Arrays.asList("East", "Tea", "O'Brien \"x\"", "Note 2 É", "nowhere", "", null, "100%_juice");
    private static final List<String> PATTERNS = List.of("%o%", "C%", "_ea", "%'%", "N%4%", "%");
    private static final List<String> ZONES = List.of("Europe/Berlin", "America/New_York", "Asia/Kolkata", "UTC");
    private static final LocalDateTime BEGIN = LocalDateTime.of(2023, 12, 1, 0, 0);

    private final Random random;

    private RandomQuestions(long seed) {
        random = new Random(seed);
    }

    static Stream<Question> from(long seed, int count) {
        return Stream.iterate(seed, each -> each + 1).limit(count).map(each -> new RandomQuestions(each).next(each));
    }

    private Question next(long seed) {
        QuerySpec.Builder spec = QuerySpec.builder();
        List<Dimension> keys = dimensions();
        keys.forEach(spec::column);
        boolean grouped = random.nextInt(4) > 0;
        List<Metric> metrics = grouped ? metrics() : List.of();
        metrics.forEach(spec::metric);
        for (int i = random.nextInt(3); i > 0; i--) {
            spec.filter(filter());
        }
        if (grouped) {
            groups(spec, keys, metrics);
        } else {
            spec.column(new Dimension.Named("id")).order(new Order(new Dimension.Named("id"), random.nextBoolean()));
        }
        if (random.nextInt(3) == 0) {
            spec.rowLimit(1 + random.nextInt(20)).rowOffset(random.nextInt(3));
        }
        if (random.nextInt(4) == 0) {
            spec.timeZone(Optional.of(ZoneId.of(pick(ZONES))));
        }
        Question question = Question.of("random " + seed, spec);
        LocalDateTime from = BEGIN.plusHours(random.nextInt(5_000));
        Question bounded =
                random.nextInt(3) == 0 ? question.within(from, from.plusDays(random.nextInt(200))) : question;
        return new Question(
                "random " + seed + ": " + bounded.spec() + " " + bounded.bounds(),
                bounded.spec(),
                bounded.bounds(),
                bounded.filterBounds(),
                bounded.rowRules());
    }

    private void groups(QuerySpec.Builder spec, List<Dimension> keys, List<Metric> metrics) {
        // not every warehouse computes percentiles, so nothing can be ordered by one everywhere
        List<Metric> sayable = metrics.stream()
                .filter(metric -> !(metric instanceof Metric.Percentile))
                .toList();
        spec.orderDescending(random.nextBoolean()).timeseries(random.nextInt(3) == 0);
        if (random.nextBoolean() && !keys.isEmpty()) {
            spec.order(new Order(pick(keys), random.nextBoolean()));
            if (random.nextBoolean()) {
                spec.order(new Order(pick(sayable), random.nextBoolean()));
            }
        }
        List<Dimension> texts =
                keys.stream().filter(key -> TEXTS.contains(key.label())).toList();
        if (random.nextInt(4) == 0 && !texts.isEmpty()) {
            spec.series(texts, 1 + random.nextInt(4), Optional.of(pick(sayable)))
                    .seriesOthers(random.nextBoolean());
        }
    }

    private List<Dimension> dimensions() {
        List<Dimension> keys = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            Dimension key = random.nextInt(3) == 0
                    ? new Dimension.Named(pick(TIMES), Optional.of(pick(List.of(TimeGrain.values()))))
                    : new Dimension.Named(random.nextInt(5) == 0 ? "online" : pick(TEXTS));
            if (keys.stream().noneMatch(each -> each.label().equals(key.label()))) {
                keys.add(key);
            }
        }
        return keys;
    }

    private List<Metric> metrics() {
        List<Metric> metrics = new ArrayList<>(List.of(new Metric.Saved("count")));
        for (int i = random.nextInt(3); i > 0; i--) {
            metrics.add(metric("m" + i));
        }
        return metrics;
    }

    private Metric metric(String label) {
        return switch (random.nextInt(5)) {
            case 0 -> new Metric.Simple(pick(TEXTS), Aggregate.COUNT_DISTINCT, label);
            case 1 -> new Metric.Simple(pick(TIMES), pick(List.of(Aggregate.MIN, Aggregate.MAX)), label);
            case 2 -> new Metric.Percentile(pick(NUMBERS), random.nextInt(5) / 4.0, label);
            default ->
                new Metric.Simple(
                        pick(NUMBERS),
                        pick(List.of(Aggregate.SUM, Aggregate.AVG, Aggregate.MIN, Aggregate.COUNT)),
                        label);
        };
    }

    private Filter filter() {
        return switch (random.nextInt(4)) {
            case 0 ->
                new Filter(
                        new Dimension.Named(pick(TEXTS)),
                        pick(List.of(Operator.IN, Operator.NOT_IN)),
                        Arrays.asList(pick(WORDS), pick(WORDS)));
            case 1 ->
                new Filter(
                        new Dimension.Named(pick(TEXTS)),
                        pick(List.of(Operator.LIKE, Operator.NOT_LIKE, Operator.ILIKE, Operator.NOT_ILIKE)),
                        List.of(pick(PATTERNS)));
            case 2 ->
                new Filter(
                        new Dimension.Named(pick(NUMBERS)),
                        pick(List.of(Operator.GREATER, Operator.LESS_OR_EQUAL, Operator.NOT_EQUALS)),
                        List.of(random.nextInt(2_000) / 8.0));
            default ->
                new Filter(
                        new Dimension.Named(pick(List.of("region", "sold_at", "price", "online"))),
                        pick(List.of(Operator.IS_NULL, Operator.IS_NOT_NULL)),
                        List.of());
        };
    }

    private <T> T pick(List<T> many) {
        return many.get(random.nextInt(many.size()));
    }
}
