package dev.karavel.spi.data;

import dev.karavel.spi.data.TableFacts.ForeignKey;
import dev.karavel.spi.data.TableFacts.Index;
import dev.karavel.spi.data.TableFacts.Key;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Keys, indexes, comments and functions, as a driver tells them. What a driver has no answer for is left out. */
final class JdbcFacts {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z][A-Za-z0-9_]{1,40}");
    private static final int MOST_FUNCTIONS = 3_000;

    private final Connection connection;
    private final DatabaseMetaData metadata;

    JdbcFacts(Connection connection) throws SQLException {
        this.connection = connection;
        metadata = connection.getMetaData();
    }

    private interface Listing {
        ResultSet ask(String catalog, String schema, String table) throws SQLException;
    }

    private interface Line {
        void read(ResultSet row) throws SQLException;
    }

    private void each(TableName table, Listing listing, Line line) throws SQLException {
        try (ResultSet rows =
                listing.ask(connection.getCatalog(), table.schema().orElse(null), table.name())) {
            while (rows.next()) {
                line.read(rows);
            }
        } catch (SQLFeatureNotSupportedException e) {
            // This driver has no answer: nothing is known.
            return;
        }
    }

    TableFacts of(TableName table) throws SQLException {
        Map<String, String> comments = new HashMap<>();
        String escape = String.valueOf(metadata.getSearchStringEscape());
        each(
                table,
                (catalog, schema, name) ->
                        metadata.getColumns(catalog, literal(schema, escape), literal(name, escape), "%"),
                row -> {
                    String column = named(row, "COLUMN_NAME");
                    comment(row).ifPresent(text -> comments.put(column, text));
                });
        StringBuilder comment = new StringBuilder();
        each(
                table,
                (catalog, schema, name) ->
                        metadata.getTables(catalog, literal(schema, escape), literal(name, escape), null),
                row -> comment(row).ifPresent(text -> comment.replace(0, comment.length(), text)));
        return new TableFacts(primary(table), foreign(table), indexes(table), comment.toString(), comments);
    }

    private Optional<Key> primary(TableName table) throws SQLException {
        Parts parts = new Parts();
        each(
                table,
                metadata::getPrimaryKeys,
                row -> parts.add(named(row, "PK_NAME"), row.getInt("KEY_SEQ"), named(row, "COLUMN_NAME")));
        return parts.keys().stream().findFirst();
    }

    private List<ForeignKey> foreign(TableName table) throws SQLException {
        Parts own = new Parts();
        Parts referred = new Parts();
        Map<String, TableName> targets = new HashMap<>();
        each(table, metadata::getImportedKeys, row -> {
            String schema = row.getString("PKTABLE_SCHEM");
            String target = named(row, "PKTABLE_NAME");
            String name = named(row, "FK_NAME").isEmpty() ? target : named(row, "FK_NAME");
            targets.put(name, new TableName(Optional.ofNullable(schema), target));
            own.add(name, row.getInt("KEY_SEQ"), named(row, "FKCOLUMN_NAME"));
            referred.add(name, row.getInt("KEY_SEQ"), named(row, "PKCOLUMN_NAME"));
        });
        return own.keys().stream()
                .map(key -> new ForeignKey(key, targets.get(key.name()), referred.columns(key.name())))
                .toList();
    }

    private List<Index> indexes(TableName table) throws SQLException {
        Parts parts = new Parts();
        Map<String, Boolean> unique = new HashMap<>();
        each(table, (catalog, schema, name) -> metadata.getIndexInfo(catalog, schema, name, false, true), row -> {
            String column = named(row, "COLUMN_NAME");
            if (row.getShort("TYPE") != DatabaseMetaData.tableIndexStatistic && !column.isEmpty()) {
                String name = named(row, "INDEX_NAME");
                unique.put(name, !row.getBoolean("NON_UNIQUE"));
                parts.add(name, row.getInt("ORDINAL_POSITION"), column);
            }
        });
        return parts.keys().stream()
                .map(key -> new Index(key, unique.get(key.name())))
                .toList();
    }

    List<String> functions() throws SQLException {
        SortedSet<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        each(
                new TableName(Optional.empty(), "%"),
                (catalog, schema, pattern) -> metadata.getFunctions(catalog, null, pattern),
                row -> {
                    String name = named(row, "FUNCTION_NAME");
                    if (names.size() < MOST_FUNCTIONS && PLAIN.matcher(name).matches()) {
                        names.add(name);
                    }
                });
        return List.copyOf(names);
    }

    private static Optional<String> comment(ResultSet row) throws SQLException {
        return Optional.ofNullable(row.getString("REMARKS")).filter(text -> !text.isBlank());
    }

    private static String named(ResultSet row, String column) throws SQLException {
        String text = row.getString(column);
        return text == null ? "" : text;
    }

    /** For parameters that are patterns. */
    private static String literal(String name, String escape) {
        return name == null || escape.isEmpty() || escape.equals("null")
                ? name
                : name.replace(escape, escape + escape)
                        .replace("_", escape + "_")
                        .replace("%", escape + "%");
    }

    /** Columns of keys, in the order of their numbers. */
    private static final class Parts {
        private final Map<String, TreeMap<Integer, String>> columns = new LinkedHashMap<>();

        void add(String key, int number, String column) {
            columns.computeIfAbsent(key, name -> new TreeMap<>()).put(number, column);
        }

        List<String> columns(String key) {
            return List.copyOf(columns.get(key).values());
        }

        List<Key> keys() {
            return columns.keySet().stream()
                    .map(name -> new Key(name, columns(name)))
                    .toList();
        }
    }
}
