package dev.karavel.sql.write;

import dev.karavel.api.catalog.DatasetColumn;
import dev.karavel.api.error.KaravelException;
import dev.karavel.api.sql.SqlQuestion;
import dev.karavel.api.sql.SqlText;
import dev.karavel.spi.data.Capability;
import dev.karavel.spi.data.Dialect;
import dev.karavel.spi.data.Dimension;
import dev.karavel.spi.data.QuerySpec;
import dev.karavel.sql.inspect.Inspector;
import java.util.List;

/** From question to statement. Pure. */
public final class StatementWriter {
    private StatementWriter() {}

    /** @throws KaravelException INVALID_REQUEST or STATEMENT_REFUSED with the field */
    public static SqlText write(SqlQuestion question, Dialect dialect, Inspector inspector, Labels labels) {
        Terms terms = new Terms(question, dialect, inspector);
        Conditions conditions = new Conditions(question, terms, dialect, inspector);
        Source source = Source.of(question, dialect, inspector);
        QuerySpec spec = withColumns(question);
        boolean grouped = spec.aggregate() || !spec.metrics().isEmpty();
        Query query = grouped
                ? new GroupedQuery(spec, source, conditions, terms, dialect, inspector, labels)
                : new RowQuery(spec, source, conditions, terms, dialect, labels);
        String sql;
        if (spec.rowCount()) {
            sql = "SELECT COUNT(*) AS " + dialect.quote("rowcount") + "\nFROM (\n" + query.unordered() + "\n) "
                    + dialect.quote("counted");
        } else {
            sql = dialect.page(
                    query.unordered(), query.order(), Math.max(0, question.rowLimit()), Math.max(0, spec.rowOffset()));
        }
        return new SqlText(
                sql, conditions.applied(), conditions.rejected(), spec.rowCount() ? List.of() : query.later());
    }

    /** Rows without columns are rows with all columns. */
    private static QuerySpec withColumns(SqlQuestion question) {
        QuerySpec spec = question.spec();
        if (!spec.columns().isEmpty() || !spec.metrics().isEmpty()) {
            return spec;
        }
        List<DatasetColumn> columns = question.dataset().columns();
        if (columns.isEmpty()) {
            throw KaravelException.invalid("columns", "There is neither a column nor a metric to show");
        }
        QuerySpec.Builder all = spec.toBuilder();
        columns.forEach(column -> all.column(new Dimension.Named(column.name())));
        return all.build();
    }

    /** A statement without its order and limit. */
    interface Query {
        String unordered();

        /** Keys of ORDER BY. */
        List<String> order();

        /** What the warehouse cannot say. */
        default List<SqlText.Later> later() {
            return List.of();
        }
    }

    /** Empty values come last in either direction, as people expect of a top ten. */
    static String sorted(String sql, boolean ascending, Dialect dialect) {
        String direction = ascending ? " ASC" : " DESC";
        return dialect.capabilities().contains(Capability.NULLS_ORDERING)
                ? sql + direction + " NULLS LAST"
                : "CASE WHEN " + sql + " IS NULL THEN 1 ELSE 0 END, " + sql + direction;
    }
}
