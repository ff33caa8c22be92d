package dev.karavel.spi.data;

import dev.karavel.spi.data.WarehouseException.Reason;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a database says of itself, over one connection. */
final class JdbcCatalog {
    private final JdbcDataSourceType type;
    private final Connection connection;

    JdbcCatalog(JdbcDataSourceType type, Connection connection) {
        this.type = type;
        this.connection = connection;
    }

    List<String> schemas() throws SQLException {
        List<String> schemas = new ArrayList<>();
        try (ResultSet result = connection.getMetaData().getSchemas(connection.getCatalog(), null)) {
            while (result.next()) {
                String schema = result.getString("TABLE_SCHEM");
                if (!type.isSystemSchema(schema)) {
                    schemas.add(schema);
                }
            }
        }
        return schemas;
    }

    List<TableName> tables(Optional<String> schema) throws SQLException {
        return named(schema, "TABLE", "BASE TABLE", "PARTITIONED TABLE", "FOREIGN TABLE");
    }

    List<TableName> views(Optional<String> schema) throws SQLException {
        return named(schema, "VIEW", "MATERIALIZED VIEW");
    }

    private List<TableName> named(Optional<String> schema, String... kinds) throws SQLException {
        Set<String> wanted = Set.of(kinds);
        DatabaseMetaData metadata = connection.getMetaData();
        List<TableName> names = new ArrayList<>();
        try (ResultSet result = metadata.getTables(connection.getCatalog(), null, "%", null)) {
            while (result.next()) {
                String owner = result.getString("TABLE_SCHEM");
                // compared here, because schema patterns have wildcards
                if (wanted.contains(String.valueOf(result.getString("TABLE_TYPE")))
                        && (owner == null || !type.isSystemSchema(owner))
                        && (schema.isEmpty() || schema.get().equals(owner))) {
                    names.add(new TableName(Optional.ofNullable(owner), result.getString("TABLE_NAME")));
                }
            }
        }
        return names;
    }

    List<SourceColumn> describe(String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            ResultSetMetaData metadata = statement.getMetaData();
            if (metadata == null) {
                throw new WarehouseException(Reason.STATEMENT, "The statement gives no rows");
            }
            List<SourceColumn> columns = new ArrayList<>();
            for (int i = 1; i <= metadata.getColumnCount(); i++) {
                String sourceType = metadata.getColumnTypeName(i);
                columns.add(new SourceColumn(
                        metadata.getColumnLabel(i), sourceType, type.dialect().columnType(sourceType)));
            }
            return columns;
        }
    }
}
