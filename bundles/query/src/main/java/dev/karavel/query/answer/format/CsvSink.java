package dev.karavel.query.answer.format;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.io.NumberOutput;
import dev.karavel.spi.data.Column;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;

/** CSV (RFC 4180, UTF-8). Text that a spreadsheet would run as a formula is defused. */
final class CsvSink implements RowSink {
    private static final int BUFFER = 32_768;

    private final boolean byteOrderMark;
    private final Writer writer;

    CsvSink(OutputStream out, boolean byteOrderMark) {
        this.byteOrderMark = byteOrderMark;
        writer = new BufferedWriter(new OutputStreamWriter(out, UTF_8), BUFFER);
    }

    @Override
    public void begin(List<Column> columns, List<String> labels) throws IOException {
        if (byteOrderMark) {
            writer.append('\ufeff');
        }
        row(labels.toArray());
    }

    @Override
    public void row(Object[] values) throws IOException {
        for (int i = 0; i < values.length; i++) {
            if (i > 0) {
                writer.append(',');
            }
            cell(values[i]);
        }
        writer.append("\r\n");
    }

    @Override
    public void end() throws IOException {
        writer.flush();
    }

    private void cell(Object value) throws IOException {
        if (value == null) {
            return;
        }
        if (value instanceof String text) {
            text(text);
        } else if (value instanceof Double number) {
            writer.append(NumberOutput.toString(number, true));
        } else if (value instanceof BigDecimal decimal) {
            writer.append(decimal.toPlainString());
        } else if (value instanceof Number || value instanceof Boolean) {
            writer.append(value.toString());
        } else if (value instanceof LocalDateTime moment) {
            Moments.write(writer, moment, ' ');
        } else if (value instanceof LocalDate date) {
            Moments.write(writer, date);
        } else {
            text(value.toString());
        }
    }

    private void text(String value) throws IOException {
        boolean formula = !value.isEmpty() && "=+-@\t\r\n".indexOf(value.charAt(0)) >= 0;
        if (!needsQuotes(value)) {
            writer.append(formula ? "'" : "").append(value);
            return;
        }
        writer.append(formula ? "\"'" : "\"")
                .append(value.replace("\"", "\"\""))
                .append('"');
    }

    private static boolean needsQuotes(String value) {
        for (int i = 0; i < value.length(); i++) {
            char letter = value.charAt(i);
            if (letter == ',' || letter == '"' || letter == '\n' || letter == '\r') {
                return true;
            }
        }
        return false;
    }
}
