package dev.karavel.web.sqllab;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.karavel.api.query.TableFormats;
import dev.karavel.api.sqllab.LabResult;
import dev.karavel.spi.data.Column;
import dev.karavel.spi.data.Table;
import dev.karavel.web.json.Json;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The answer of a run, written while it is sent: rows of objects as Superset has them, or the kept columns as they lie there.
 *
 * @param result empty where no statement gave rows
 * @param shown most rows of objects
 */
record ResultBody(
        Map<String, Object> query,
        Optional<LabResult> result,
        boolean columnar,
        int shown,
        Optional<Table> table,
        TableFormats formats)
        implements StreamingOutput {
    /** Reads what may fail before the first byte is sent. */
    static ResultBody of(
            Map<String, Object> query, Optional<LabResult> result, boolean columnar, int shown, TableFormats formats)
            throws IOException {
        Optional<Table> table = columnar || result.isEmpty()
                ? Optional.empty()
                : Optional.of(result.get().table());
        return new ResultBody(query, result, columnar, shown, table, formats);
    }

    @Override
    public void write(OutputStream out) throws IOException {
        List<Map<String, Object>> columns =
                result.map(rows -> described(rows.columns())).orElse(List.of());
        int rows = result.map(LabResult::rows).orElse(0);
        Map<String, Object> head = new LinkedHashMap<>();
        head.put("query_id", query.get("queryId"));
        head.put("status", query.get("state"));
        head.put("query", query);
        head.put("columns", columns);
        head.put("selected_columns", columns);
        head.put("expanded_columns", List.of());
        head.put("rows", rows);
        head.put("displayLimitReached", !columnar && rows > shown);
        String json = Json.text(head);
        out.write(json.substring(0, json.length() - 1).getBytes(UTF_8));
        out.write(",\"data\":".getBytes(UTF_8));
        if (result.isEmpty()) {
            out.write("[]".getBytes(UTF_8));
        } else if (columnar) {
            result.get().copyColumns(out);
        } else {
            formats.writeRows(table.orElseThrow(), shown, out);
        }
        out.write('}');
        out.flush();
    }

    private static List<Map<String, Object>> described(List<Column> columns) {
        return columns.stream().map(ResultBody::described).toList();
    }

    private static Map<String, Object> described(Column column) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("column_name", column.name());
        row.put("name", column.name());
        row.put("type", column.type().name());
        row.put("type_generic", column.type().genericCode());
        row.put("is_dttm", column.type().isTemporal());
        return row;
    }
}
