package dev.karavel.web.chart;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.karavel.spi.data.Table;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Tables as CSV (RFC 4180, UTF-8); several ones in a ZIP. Text that a spreadsheet would run as a formula is defused. */
final class Csv {
    private static final DateTimeFormatter TIMESTAMP = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private Csv() {}

    static Response respond(List<Table> tables) {
        boolean single = tables.size() == 1;
        StreamingOutput body = out -> {
            if (single) {
                write(tables.get(0), out);
            } else {
                zip(tables, out);
            }
        };
        return Response.ok(body, single ? "text/csv;charset=utf-8" : "application/zip")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"" + (single ? "data.csv" : "data.zip") + "\"")
                .build();
    }

    private static void zip(List<Table> tables, OutputStream out) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out);
        for (int i = 0; i < tables.size(); i++) {
            zip.putNextEntry(new ZipEntry("query_" + (i + 1) + ".csv"));
            write(tables.get(i), zip);
            zip.closeEntry();
        }
        zip.finish();
    }

    static void write(Table table, OutputStream out) throws IOException {
        Writer writer = new BufferedWriter(new OutputStreamWriter(out, UTF_8));
        int columns = table.columns().size();
        for (int column = 0; column < columns; column++) {
            writer.append(column == 0 ? "" : ",")
                    .append(text(table.columns().get(column).name()));
        }
        writer.append("\r\n");
        for (int row = 0; row < table.rows(); row++) {
            for (int column = 0; column < columns; column++) {
                writer.append(column == 0 ? "" : ",").append(cell(table.value(row, column)));
            }
            writer.append("\r\n");
        }
        writer.flush();
    }

    private static String cell(Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof BigDecimal decimal) {
            return decimal.toPlainString();
        }
        if (value instanceof Number || value instanceof Boolean) {
            return value.toString();
        }
        return value instanceof LocalDateTime time ? TIMESTAMP.format(time) : text(value.toString());
    }

    static String text(String value) {
        String safe = !value.isEmpty() && "=+-@\t\r\n".indexOf(value.charAt(0)) >= 0 ? "'" + value : value;
        boolean quote =
                safe.chars().anyMatch(letter -> letter == ',' || letter == '"' || letter == '\n' || letter == '\r');
        return quote ? "\"" + safe.replace("\"", "\"\"") + "\"" : safe;
    }
}
