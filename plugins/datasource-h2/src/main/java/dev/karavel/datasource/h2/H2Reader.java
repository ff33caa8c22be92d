package dev.karavel.datasource.h2;

import dev.karavel.spi.data.Column;
import dev.karavel.spi.data.JdbcReader;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/** Arrays as texts of their values; the driver would name them by a number of its own. */
final class H2Reader implements JdbcReader {
    private final ResultSet result;
    private final JdbcReader others;
    private final BitSet arrays = new BitSet();

    H2Reader(ResultSet result, JdbcReader others) throws SQLException {
        this.result = result;
        this.others = others;
        ResultSetMetaData metadata = result.getMetaData();
        for (int i = 0; i < metadata.getColumnCount(); i++) {
            arrays.set(i, metadata.getColumnType(i + 1) == Types.ARRAY);
        }
    }

    @Override
    public List<Column> columns() throws SQLException {
        return others.columns();
    }

    @Override
    public boolean next() throws SQLException {
        return others.next();
    }

    @Override
    public Object value(int column) throws SQLException {
        if (!arrays.get(column)) {
            return others.value(column);
        }
        Array array = result.getArray(column + 1);
        return array == null ? null : Arrays.deepToString((Object[]) array.getArray());
    }
}
