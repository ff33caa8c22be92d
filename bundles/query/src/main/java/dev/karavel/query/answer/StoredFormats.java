package dev.karavel.query.answer;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteFeature;
import dev.karavel.api.query.Download;
import dev.karavel.api.query.ResultFormat;
import dev.karavel.api.query.TableFormats;
import dev.karavel.query.answer.format.TableDownload;
import dev.karavel.spi.data.Column;
import dev.karavel.spi.data.Table;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** The formats of answers for whoever has a table of his own. */
@Component(configurationPid = "dev.karavel.query")
public final class StoredFormats implements TableFormats {
    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
            .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .build();

    private final boolean byteOrderMark;

    /** The part of the bundle's configuration that is about files; described where it is read first. */
    @interface Marks {
        boolean csv_byte_order_mark() default false;
    }

    @Activate
    public StoredFormats(Marks config) {
        byteOrderMark = config.csv_byte_order_mark();
    }

    @Override
    public void writeColumns(Table table, OutputStream json) throws IOException {
        try (JsonGenerator generator = JSON.createGenerator(json)) {
            ColumnArrays.array(generator, table);
        }
    }

    @Override
    public Table readColumns(List<Column> columns, int rows, InputStream json) throws IOException {
        try (JsonParser parser = JSON.createParser(json)) {
            Object[][] values = new Object[columns.size()][];
            parser.nextToken();
            for (int i = 0; i < values.length; i++) {
                parser.nextToken();
                values[i] = ColumnValues.read(parser, columns.get(i).type(), rows);
            }
            return new Table(columns, values, rows);
        }
    }

    @Override
    public void writeRows(Table table, int most, OutputStream json) throws IOException {
        try (JsonGenerator generator = JSON.createGenerator(json)) {
            generator.writeStartArray();
            for (int row = 0; row < Math.min(most, table.rows()); row++) {
                generator.writeStartObject();
                for (int column = 0; column < table.columns().size(); column++) {
                    generator.writeFieldName(table.columns().get(column).name());
                    JsonValue.write(generator, table.value(row, column));
                }
                generator.writeEndObject();
            }
            generator.writeEndArray();
        }
    }

    @Override
    public Download file(String name, ResultFormat format, Table table) {
        return TableDownload.of(name, format, byteOrderMark, table);
    }

    @Override
    public Download file(String name, ResultFormat format, RowSource source) {
        return new TableDownload(name, format, byteOrderMark, source);
    }
}
