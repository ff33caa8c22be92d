package dev.karavel.datasource.trino;

import dev.karavel.spi.data.Aggregate;
import dev.karavel.spi.data.Capability;
import dev.karavel.spi.data.Plan;
import dev.karavel.spi.data.SqlSyntax;
import dev.karavel.spi.data.StandardDialect;
import dev.karavel.spi.data.Table;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Trino's SQL. Its own percentile is an estimate, so an exact one is computed from the sorted values of the group. */
final class TrinoDialect extends StandardDialect {
    private static final Map<String, Pattern> FIGURES = figures();

    private static Map<String, Pattern> figures() {
        Map<String, Pattern> figures = new LinkedHashMap<>();
        figures.put("Output rows", Pattern.compile("\"outputRowCount\"\\s*:\\s*\"?([0-9.E+]+)"));
        figures.put("Output size", Pattern.compile("\"outputSizeInBytes\"\\s*:\\s*\"?([0-9.E+]+)"));
        figures.put("CPU cost", Pattern.compile("\"cpuCost\"\\s*:\\s*\"?([0-9.E+]+)"));
        figures.put("Most memory", Pattern.compile("\"maxMemory\"\\s*:\\s*\"?([0-9.E+]+)"));
        figures.put("Network cost", Pattern.compile("\"networkCost\"\\s*:\\s*\"?([0-9.E+]+)"));
        return figures;
    }

    private static final Set<Capability> CAPABILITIES = Set.copyOf(EnumSet.complementOf(EnumSet.of(Capability.ILIKE)));

    private static final SqlSyntax SYNTAX = SqlSyntax.standard()
            .withFunctions(SafeFunctions.NAMES)
            .withSystemSchemas(Set.of("information_schema", "system", "jmx", "pg_catalog"));

    /** Most digits of a DECIMAL. */
    private static final int MOST_DIGITS = 38;

    private static final Pattern REGION = Pattern.compile("[A-Za-z]+(/[A-Za-z0-9_+-]+)+");

    @Override
    public String id() {
        return "trino";
    }

    @Override
    public Optional<String> explain(String select) {
        return Optional.of("EXPLAIN " + select);
    }

    @Override
    public Optional<String> costQuestion(String select) {
        return Optional.of("EXPLAIN (TYPE IO, FORMAT JSON) " + select);
    }

    /** The last estimate is that of the whole statement; those before it are of the tables. */
    @Override
    public Map<String, String> costs(Table answer) {
        Map<String, String> costs = new LinkedHashMap<>();
        Plan plan = Plan.of(answer);
        FIGURES.forEach((name, figure) -> plan.all(figure).forEach(value -> costs.put(name, value)));
        return costs;
    }

    @Override
    public Set<Capability> capabilities() {
        return CAPABILITIES;
    }

    @Override
    public SqlSyntax syntax() {
        return SYNTAX;
    }

    /** Numbers by what they are: 0.1 would be an exact number, and one of more than 38 digits none at all. */
    @Override
    public String literal(Object value) {
        if (value instanceof Double || value instanceof Float) {
            double number = ((Number) value).doubleValue();
            return Double.isFinite(number) ? "DOUBLE '" + number + "'" : super.literal(value);
        }
        if (value instanceof BigDecimal number) {
            boolean exact = Math.max(number.precision(), Math.max(number.scale(), number.precision() - number.scale()))
                    <= MOST_DIGITS;
            return exact ? "DECIMAL '" + number.toPlainString() + "'" : "DOUBLE '" + number + "'";
        }
        return super.literal(value);
    }

    /** The average of exact numbers would have no more digits than they have. */
    @Override
    public String aggregate(Aggregate aggregate, String expression) {
        return aggregate == Aggregate.AVG
                ? "AVG(CAST(" + expression + " AS DOUBLE))"
                : super.aggregate(aggregate, expression);
    }

    @Override
    public String percentile(String expression, double fraction) {
        String number = "CAST(" + expression + " AS DOUBLE)";
        String place = "(cardinality(a) - 1) * " + literal(fraction);
        String below = "a[CAST(floor(" + place + ") AS INTEGER) + 1]";
        String above = "a[CAST(ceiling(" + place + ") AS INTEGER) + 1]";
        return "element_at(transform(ARRAY[array_sort(array_agg(" + number + ") FILTER (WHERE " + expression
                + " IS NOT NULL))], a -> " + below + " + (" + above + " - " + below + ") * (" + place + " - floor("
                + place + "))), 1)";
    }

    @Override
    public String limit(String statement, int limit, int offset) {
        String skipped = offset > 0 ? statement + "\nOFFSET " + offset : statement;
        return limit > 0 ? skipped + "\nLIMIT " + limit : skipped;
    }

    /** Six digits: a cast to fewer rounds the last second of a day up. */
    @Override
    protected String asTimestamp(String expression) {
        return in("UTC", expression);
    }

    @Override
    public String atZone(String timestamp, ZoneId zone, LocalDateTime from, LocalDateTime to) {
        return REGION.matcher(zone.getId()).matches()
                ? in(zone.getId(), timestamp)
                : super.atZone(timestamp, zone, from, to);
    }

    private static String in(String zone, String moment) {
        return "CAST(CAST(" + moment + " AS TIMESTAMP(6) WITH TIME ZONE) AT TIME ZONE '" + zone + "' AS TIMESTAMP(6))";
    }
}
