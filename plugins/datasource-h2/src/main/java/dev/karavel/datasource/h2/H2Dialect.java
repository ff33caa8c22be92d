package dev.karavel.datasource.h2;

import dev.karavel.spi.data.Capability;
import dev.karavel.spi.data.ColumnType;
import dev.karavel.spi.data.SqlSyntax;
import dev.karavel.spi.data.SqlSyntax.Folding;
import dev.karavel.spi.data.StandardDialect;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** H2's SQL: close to the standard. */
final class H2Dialect extends StandardDialect {
    private static final Set<String> FUNCTIONS = Set.of(
            "bitand",
            "bitcount",
            "bitget",
            "bitnot",
            "bitor",
            "bitxor",
            "char",
            "dateadd",
            "day_of_month",
            "day_of_week",
            "day_of_year",
            "difference",
            "formatdatetime",
            "iso_day_of_week",
            "iso_week",
            "iso_year",
            "lshift",
            "ora_hash",
            "orahash",
            "parsedatetime",
            "rawtohex",
            "regexp_like",
            "regexp_replace",
            "regexp_substr",
            "rotateleft",
            "rotateright",
            "rshift",
            "stringdecode",
            "stringencode",
            "utf8tostring",
            "xmlattr",
            "xmltext");

    @Override
    public String id() {
        return "h2";
    }

    @Override
    public Optional<String> explain(String select) {
        return Optional.of("EXPLAIN " + select);
    }

    @Override
    public Set<Capability> capabilities() {
        return EnumSet.allOf(Capability.class);
    }

    /** Its plain WEEK starts on the day that the language of the server has. */
    @Override
    protected String truncated(String unit, String timestamp) {
        return super.truncated(unit.equals("WEEK") ? "ISO_WEEK" : unit, timestamp);
    }

    /** An interval of seconds has two digits there. */
    @Override
    public String plusSeconds(String timestamp, long seconds) {
        return "DATEADD(SECOND, " + seconds + ", " + timestamp + ")";
    }

    /** Names may be compared ignoring case, if whoever opened the database first on its server wished so. */
    @Override
    public SqlSyntax syntax() {
        return SqlSyntax.standard()
                .withReading(false, false, true)
                .withNames(Folding.UPPER, true)
                .withFunctions(FUNCTIONS);
    }

    @Override
    public ColumnType columnType(String sourceType) {
        return switch (sourceType.toUpperCase(Locale.ROOT)) {
            case "DECFLOAT" -> ColumnType.DECIMAL;
            default -> super.columnType(sourceType);
        };
    }
}
