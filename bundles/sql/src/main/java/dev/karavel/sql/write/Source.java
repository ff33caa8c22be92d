package dev.karavel.sql.write;

import dev.karavel.api.catalog.Dataset;
import dev.karavel.api.sql.SqlQuestion;
import dev.karavel.spi.data.Dialect;
import dev.karavel.spi.data.TableName;
import dev.karavel.sql.inspect.Inspector;

/** What stands behind FROM: the table, or the statement of a virtual dataset. Both have an alias, so that typed SQL may use it. */
record Source(String sql, String alias) {
    static Source of(SqlQuestion question, Dialect dialect, Inspector inspector) {
        Dataset dataset = question.dataset();
        if (dataset.sql().isPresent()) {
            // not quoted, so that typed SQL need not quote it either, whatever case the warehouse folds names to
            String alias = "virtual_table";
            String sql = inspector.select(dataset.sql().get(), "sql", dialect, question.tableRules());
            return new Source("(\n" + sql + "\n) " + alias, alias);
        }
        String alias = dialect.quote(dataset.tableName());
        TableName table = new TableName(dataset.schema().filter(schema -> !schema.isBlank()), dataset.tableName());
        return new Source(table.quoted(dialect) + " " + alias, alias);
    }
}
