package dev.karavel.sqllab.result;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.karavel.api.query.TableFormats;
import dev.karavel.api.sqllab.LabResult;
import dev.karavel.spi.data.Column;
import dev.karavel.spi.data.ColumnType;
import dev.karavel.spi.data.Table;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** A result in a file: gzip over a line that says what the columns are, and the columns themselves. */
record ResultFile(Path path, TableFormats formats, List<Column> columns, int rows) implements LabResult {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int BUFFER = 65_536;
    private static final int LONGEST_HEAD = 10_000_000;

    static void write(Table table, TableFormats formats, OutputStream out) throws IOException {
        try (OutputStream json = new BufferedOutputStream(new Fast(out), BUFFER)) {
            ObjectNode head = JSON.createObjectNode();
            head.put("rows", table.rows());
            for (Column column : table.columns()) {
                head.withArray("columns")
                        .addObject()
                        .put("name", column.name())
                        .put("type", column.type().name());
            }
            json.write(JSON.writeValueAsBytes(head));
            json.write('\n');
            formats.writeColumns(table, json);
        }
    }

    static ResultFile open(Path path, TableFormats formats) throws IOException {
        try (InputStream in = stream(path)) {
            JsonNode head = head(in);
            List<Column> columns = new ArrayList<>();
            head.path("columns")
                    .forEach(each -> columns.add(new Column(
                            each.path("name").asText(),
                            ColumnType.valueOf(each.path("type").asText()))));
            return new ResultFile(
                    path, formats, List.copyOf(columns), head.path("rows").asInt());
        } catch (IllegalArgumentException e) {
            throw new IOException("Not a result: " + path, e);
        }
    }

    @Override
    public void copyColumns(OutputStream out) throws IOException {
        try (InputStream in = stream(path)) {
            head(in);
            in.transferTo(out);
        }
    }

    @Override
    public Table table() throws IOException {
        try (InputStream in = stream(path)) {
            head(in);
            return formats.readColumns(columns, rows, in);
        }
    }

    private static InputStream stream(Path path) throws IOException {
        return new BufferedInputStream(new GZIPInputStream(Files.newInputStream(path), BUFFER), BUFFER);
    }

    private static JsonNode head(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int octet = in.read(); octet != '\n'; octet = in.read()) {
            if (octet < 0 || line.size() > LONGEST_HEAD) {
                throw new EOFException("A result without a head");
            }
            line.write(octet);
        }
        return JSON.readTree(line.toString(UTF_8));
    }

    /** Most of the time goes into compression, and the best saves a tenth. */
    private static final class Fast extends GZIPOutputStream {
        Fast(OutputStream out) throws IOException {
            super(out, BUFFER);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }
}
