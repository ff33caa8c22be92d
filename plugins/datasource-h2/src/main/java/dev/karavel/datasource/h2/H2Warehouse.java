package dev.karavel.datasource.h2;

import dev.karavel.spi.data.JdbcDataSourceType;
import dev.karavel.spi.data.JdbcWarehouse;
import dev.karavel.spi.data.Limits;
import dev.karavel.spi.data.Rows;
import dev.karavel.spi.data.Settings;
import dev.karavel.spi.data.SourceColumn;
import java.util.List;

/** A database whose statements are read before they are sent. A file is open to read only, and so takes no rows. */
final class H2Warehouse extends JdbcWarehouse {
    private static final String EXPLAIN = "EXPLAIN ";

    private final boolean onServer;

    H2Warehouse(JdbcDataSourceType type, Settings settings, boolean onServer) {
        super(type, settings);
        this.onServer = onServer;
    }

    @Override
    public Rows run(String sql, Limits limits) {
        // what is explained is not run, and read as closely all the same
        H2Reading.check(sql.startsWith(EXPLAIN) ? sql.substring(EXPLAIN.length()) : sql);
        return super.run(sql, limits);
    }

    @Override
    public List<SourceColumn> describe(String sql) {
        H2Reading.check(sql);
        return super.describe(sql);
    }

    @Override
    public boolean writes() {
        return onServer;
    }

    @Override
    public boolean changes() {
        return onServer;
    }
}
