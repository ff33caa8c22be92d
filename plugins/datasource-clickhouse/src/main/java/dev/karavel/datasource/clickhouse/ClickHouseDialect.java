package dev.karavel.datasource.clickhouse;

import dev.karavel.spi.data.Capability;
import dev.karavel.spi.data.ColumnType;
import dev.karavel.spi.data.SqlSyntax;
import dev.karavel.spi.data.StandardDialect;
import dev.karavel.spi.data.TableName;
import dev.karavel.spi.data.TimeGrain;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** ClickHouse's SQL, as {@link ClickHouseType} sets each request: empty values as the standard has them. */
final class ClickHouseDialect extends StandardDialect {
    /** Empty values come last anyway; but where a label is also a column, ORDER BY means the column, so groups are sorted apart. */
    private static final Set<Capability> CAPABILITIES =
            Set.copyOf(EnumSet.complementOf(EnumSet.of(Capability.NULLS_ORDERING)));

    private static final SqlSyntax SYNTAX = SqlSyntax.standard()
            .withNameQuotes(Set.of('"', '`'))
            // it knows comments behind # and texts in $, which nobody needs
            .withReading(true, false, false)
            .withNames(SqlSyntax.Folding.NONE, false)
            .withFunctions(SafeFunctions.NAMES)
            .withSystemSchemas(Set.of("system", "information_schema"));

    private static final Pattern REGION = Pattern.compile("[A-Za-z]+(/[A-Za-z0-9_+-]+)+");
    private static final Pattern EMPTY_LAST =
            Pattern.compile("^CASE WHEN (.*) IS NULL THEN 1 ELSE 0 END, (\\1 (?:ASC|DESC))$", Pattern.DOTALL);
    private static final Pattern QUOTED = Pattern.compile("(['\"`])(?:\\\\.|(?!\\1).)*\\1", Pattern.DOTALL);
    private static final Pattern INNERMOST = Pattern.compile("\\([^()]*\\)");
    private static final Pattern UNION = Pattern.compile("\\b(UNION|INTERSECT|EXCEPT)\\b", Pattern.CASE_INSENSITIVE);
    private static final int MOST_DIGITS = 76;

    @Override
    public String id() {
        return "clickhouse";
    }

    @Override
    public Optional<String> explain(String select) {
        return Optional.of("EXPLAIN " + select);
    }

    @Override
    public List<String> tableAs(TableName table, String select) {
        return List.of("CREATE TABLE " + table.quoted(this) + " ENGINE = MergeTree ORDER BY tuple() AS\n" + select);
    }

    /** Its LIKE knows no ESCAPE. */
    @Override
    public String contains(String expression, String text) {
        return "positionCaseInsensitiveUTF8(" + expression + ", " + literal(text) + ") > 0";
    }

    @Override
    public Set<Capability> capabilities() {
        return CAPABILITIES;
    }

    @Override
    public SqlSyntax syntax() {
        return SYNTAX;
    }

    /** A backslash escapes in names too. */
    @Override
    public String quote(String identifier) {
        return '"' + identifier.replace("\\", "\\\\").replace("\"", "\"\"") + '"';
    }

    @Override
    protected String text(String value) {
        return '\'' + value.replace("\\", "\\\\").replace("'", "''").replace("\0", "\\0") + '\'';
    }

    @Override
    public String literal(Object value) {
        boolean exact = value instanceof BigDecimal number
                && number.scale() > 0
                && Math.max(number.precision(), number.scale()) <= MOST_DIGITS;
        if (exact) {
            BigDecimal number = (BigDecimal) value;
            return "toDecimal256('" + number.toPlainString() + "', " + number.scale() + ")";
        }
        if (value instanceof Double || value instanceof Float) {
            double number = ((Number) value).doubleValue();
            return Double.isFinite(number) ? Double.toString(number) : super.literal(value);
        }
        return super.literal(value);
    }

    /** A plain key, so that rows can be read in the order they lie in. */
    @Override
    public String page(String statement, List<String> orderBy, int limit, int offset) {
        List<String> plain = orderBy.stream()
                .map(key -> EMPTY_LAST.matcher(key).replaceFirst("$2"))
                .toList();
        return super.page(statement, plain, limit, offset);
    }

    /** Behind a UNION a limit would be one of its last part. */
    @Override
    public String limit(String statement, int limit, int offset) {
        return super.limit(isUnion(statement) ? "SELECT * FROM (\n" + statement + "\n)" : statement, limit, offset);
    }

    private static boolean isUnion(String statement) {
        String outer = QUOTED.matcher(statement).replaceAll("''");
        for (String before = ""; !before.equals(outer); ) {
            before = outer;
            outer = INNERMOST.matcher(before).replaceAll(" ");
        }
        return UNION.matcher(outer).find();
    }

    @Override
    protected String date(LocalDate date) {
        return "toDate32('" + date + "')";
    }

    @Override
    protected String timestamp(LocalDateTime moment) {
        return "toDateTime64('" + iso(moment) + "', 6, 'UTC')";
    }

    /** Between the two nearest, as the standard's PERCENTILE_CONT; most of its quantiles are estimates. */
    @Override
    public String percentile(String expression, double fraction) {
        return "quantileExactInclusive(" + BigDecimal.valueOf(fraction).toPlainString() + ")(toFloat64(" + expression
                + "))";
    }

    @Override
    public String plusSeconds(String timestamp, long seconds) {
        return "addSeconds(" + timestamp + ", " + seconds + ")";
    }

    /** Its own conversion changes only what is shown, so the difference to UTC is added. */
    @Override
    public String atZone(String timestamp, ZoneId zone, LocalDateTime from, LocalDateTime to) {
        if (!REGION.matcher(zone.getId()).matches()) {
            return super.atZone(timestamp, zone, from, to);
        }
        String utc = asTimestamp(timestamp);
        return "addSeconds(" + utc + ", timeZoneOffset(toTimeZone(" + utc + ", '" + zone.getId() + "')))";
    }

    @Override
    protected String asTimestamp(String expression) {
        return "toDateTime64(" + expression + ", 6, 'UTC')";
    }

    @Override
    public String truncate(TimeGrain grain, String expression) {
        String time = asTimestamp(expression);
        return switch (grain) {
            case SECOND -> to("1 SECOND", time);
            case FIVE_SECONDS -> to("5 SECOND", time);
            case THIRTY_SECONDS -> to("30 SECOND", time);
            case MINUTE -> to("1 MINUTE", time);
            case FIVE_MINUTES -> to("5 MINUTE", time);
            case TEN_MINUTES -> to("10 MINUTE", time);
            case FIFTEEN_MINUTES -> to("15 MINUTE", time);
            case THIRTY_MINUTES -> to("30 MINUTE", time);
            case HOUR -> to("1 HOUR", time);
            case SIX_HOURS -> to("6 HOUR", time);
            case DAY -> truncated("day", time);
            case WEEK, WEEK_STARTING_MONDAY -> truncated("week", time);
            case WEEK_ENDING_SUNDAY -> "addDays(" + truncated("week", time) + ", 6)";
            case WEEK_STARTING_SUNDAY -> "addDays(" + truncated("week", "addDays(" + time + ", 1)") + ", -1)";
            case WEEK_ENDING_SATURDAY -> "addDays(" + truncated("week", "addDays(" + time + ", 1)") + ", 5)";
            case MONTH -> truncated("month", time);
            case QUARTER -> truncated("quarter", time);
            case YEAR -> truncated("year", time);
        };
    }

    @Override
    protected String truncated(String unit, String timestamp) {
        return asTimestamp("dateTrunc('" + unit + "', " + timestamp + ")");
    }

    private String to(String interval, String timestamp) {
        return asTimestamp("toStartOfInterval(" + timestamp + ", INTERVAL " + interval + ")");
    }

    @Override
    public ColumnType columnType(String sourceType) {
        String type = sourceType.trim();
        for (String wrapper : Set.of("Nullable(", "LowCardinality(")) {
            if (type.startsWith(wrapper) && type.endsWith(")")) {
                return columnType(type.substring(wrapper.length(), type.length() - 1));
            }
        }
        return switch (type.replaceAll("\\(.*", "")) {
            case "Int8", "Int16", "Int32", "Int64", "UInt8", "UInt16", "UInt32" -> ColumnType.INTEGER;
            // beyond what an INTEGER of ours holds
            case "UInt64", "Int128", "UInt128", "Int256", "UInt256" -> ColumnType.DECIMAL;
            case "Float32", "Float64", "BFloat16", "Decimal", "Decimal32", "Decimal64", "Decimal128", "Decimal256" ->
                ColumnType.DECIMAL;
            case "Bool" -> ColumnType.BOOLEAN;
            case "Date", "Date32" -> ColumnType.DATE;
            case "DateTime", "DateTime32", "DateTime64" -> ColumnType.TIMESTAMP;
            default -> ColumnType.TEXT;
        };
    }
}
