package dev.karavel.web.database;

import dev.karavel.spi.data.SourceColumn;
import dev.karavel.spi.data.TableFacts;
import dev.karavel.spi.data.TableName;
import dev.karavel.spi.data.Warehouse;
import dev.karavel.spi.data.WarehouseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A table as Superset's routes tell it: columns, keys, indexes, and a statement that reads it. */
final class TableDescription {
    private static final Logger LOG = LoggerFactory.getLogger(TableDescription.class);
    private static final int SAMPLE = 100;

    private TableDescription() {}

    static Map<String, Object> of(BrowseRights.Seen seen, TableName table) {
        seen.require(table);
        Warehouse warehouse = seen.warehouse();
        List<SourceColumn> columns = warehouse.columns(table);
        TableFacts facts = facts(warehouse, table);
        List<Map<String, Object>> indexes = facts.indexes().stream()
                .map(index -> {
                    Map<String, Object> row = key("index", index.key());
                    row.put("unique", index.unique());
                    return row;
                })
                .toList();
        List<Map<String, Object>> foreign =
                facts.foreignKeys().stream().map(TableDescription::foreign).toList();
        List<Map<String, Object>> keys = new ArrayList<>(indexes);
        keys.addAll(foreign);
        Map<String, Object> primary =
                facts.primaryKey().map(found -> key("pk", found)).orElseGet(Map::of);
        if (!primary.isEmpty()) {
            keys.add(primary);
        }
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("name", table.name());
        answer.put(
                "columns",
                columns.stream().map(column -> column(column, facts, keys)).toList());
        answer.put("indexes", indexes);
        answer.put("foreignKeys", foreign);
        answer.put("primaryKey", primary);
        answer.put("comment", facts.comment().isEmpty() ? null : facts.comment());
        answer.put("selectStar", star(warehouse, table, columns));
        return answer;
    }

    static String star(BrowseRights.Seen seen, TableName table) {
        seen.require(table);
        return star(seen.warehouse(), table, seen.warehouse().columns(table));
    }

    /** Columns are what counts: a driver that fails over keys does not hide them. */
    private static TableFacts facts(Warehouse warehouse, TableName table) {
        try {
            return warehouse.facts(table);
        } catch (WarehouseException e) {
            LOG.debug("The keys of {} are not known", table, e);
            return TableFacts.none();
        }
    }

    private static String star(Warehouse warehouse, TableName table, List<SourceColumn> columns) {
        List<String> names = columns.stream()
                .map(column -> warehouse.dialect().quote(column.name()))
                .toList();
        String statement = "SELECT\n  " + String.join(",\n  ", names) + "\nFROM " + table.quoted(warehouse.dialect());
        return warehouse.dialect().limit(statement, SAMPLE, 0);
    }

    private static Map<String, Object> key(String type, TableFacts.Key key) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("name", key.name().isEmpty() ? null : key.name());
        row.put("type", type);
        row.put("column_names", key.columns());
        return row;
    }

    private static Map<String, Object> foreign(TableFacts.ForeignKey key) {
        Map<String, Object> row = key("fk", key.key());
        row.put("referred_schema", key.table().schema().orElse(null));
        row.put("referred_table", key.table().name());
        row.put("referred_columns", key.referred());
        return row;
    }

    private static Map<String, Object> column(SourceColumn source, TableFacts facts, List<Map<String, Object>> keys) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("name", source.name());
        row.put("type", source.sourceType());
        row.put("longType", source.sourceType());
        row.put("type_generic", source.type().genericCode());
        row.put(
                "keys",
                keys.stream()
                        .filter(key -> ((List<?>) key.get("column_names")).contains(source.name()))
                        .toList());
        row.put("comment", facts.comments().get(source.name()));
        return row;
    }
}
