package dev.karavel.datasource.starter;

import dev.karavel.spi.data.Capability;
import dev.karavel.spi.data.ColumnType;
import dev.karavel.spi.data.SqlSyntax;
import dev.karavel.spi.data.SqlSyntax.Folding;
import dev.karavel.spi.data.StandardDialect;
import java.util.EnumSet;
import java.util.Set;

/** Only where the database differs from the standard. */
final class StarterDialect extends StandardDialect {
    @Override
    public String id() {
        return "starter_h2";
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

    @Override
    public String plusSeconds(String timestamp, long seconds) {
        return "DATEADD(SECOND, " + seconds + ", " + timestamp + ")";
    }

    @Override
    public SqlSyntax syntax() {
        return SqlSyntax.standard().withNames(Folding.UPPER, true);
    }

    @Override
    public ColumnType columnType(String sourceType) {
        return sourceType.equals("DECFLOAT") ? ColumnType.DECIMAL : super.columnType(sourceType);
    }
}
