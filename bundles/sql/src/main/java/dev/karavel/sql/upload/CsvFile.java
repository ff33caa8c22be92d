package dev.karavel.sql.upload;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import dev.karavel.api.error.KaravelException;
import dev.karavel.api.sql.UploadOptions;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Text with delimiters. */
final class CsvFile implements RawFile {
    private static final List<String> DELIMITERS = List.of(",", ";", "\t", "|");
    private static final int SAMPLE = 1 << 16;
    private static final int SAMPLE_ROWS = 50;

    private final Path file;
    private final int skipped;
    private final Charset encoding;
    private final String delimiter;

    CsvFile(Path file, UploadOptions options) {
        this.file = file;
        skipped = options.skipRows();
        try {
            encoding = Encoding.of(file);
            delimiter = options.delimiter().orElseGet(this::likely);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public RawRows open() {
        try {
            Reader reader = text();
            for (int i = 0; i < skipped; i++) {
                ((BufferedReader) reader).readLine();
            }
            return new Records(reader(reader, delimiter), skipped);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private BufferedReader text() throws IOException {
        BufferedReader reader = Files.newBufferedReader(file, encoding);
        reader.mark(1);
        if (reader.read() != '\uFEFF') {
            reader.reset();
        }
        return reader;
    }

    private static CsvReader<CsvRecord> reader(Reader reader, String delimiter) {
        return CsvReader.builder()
                .fieldSeparator(delimiter)
                .skipEmptyLines(true)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .allowExtraCharsAfterClosingQuote(true)
                .ofCsvRecord(reader);
    }

    /** The one that parts most rows of the beginning into the same number of values, and into most. */
    private String likely() {
        try (BufferedReader reader = text()) {
            for (int i = 0; i < skipped; i++) {
                reader.readLine();
            }
            char[] start = new char[SAMPLE];
            int length = Math.max(0, reader.read(start));
            String sample = new String(start, 0, length);
            String best = DELIMITERS.get(0);
            long most = 0;
            for (String candidate : DELIMITERS) {
                long score = score(sample, candidate);
                if (score > most) {
                    most = score;
                    best = candidate;
                }
            }
            return best;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long score(String sample, String delimiter) {
        try (CsvReader<CsvRecord> reader = reader(new StringReader(sample), delimiter)) {
            int width = 0;
            long same = 0;
            int rows = 0;
            for (CsvRecord each : reader) {
                width = rows == 0 ? each.getFieldCount() : width;
                same += each.getFieldCount() == width ? 1 : 0;
                if (++rows == SAMPLE_ROWS) {
                    break;
                }
            }
            return width < 2 ? 0 : same * 1_000 / Math.max(1, rows) * 1_000 + width;
        } catch (CsvParseException | IOException e) {
            return 0;
        }
    }

    private static final class Records implements RawRows {
        private final CloseableIterator<CsvRecord> records;
        private final long skipped;
        private CsvRecord row;

        Records(CsvReader<CsvRecord> reader, long skipped) {
            records = reader.iterator();
            this.skipped = skipped;
        }

        @Override
        public boolean next() {
            try {
                row = records.hasNext() ? records.next() : null;
                return row != null;
            } catch (CsvParseException | UncheckedIOException e) {
                long after = row == null ? skipped : line();
                throw KaravelException.invalid(
                        "file", "The file cannot be read as text with delimiters after line " + after);
            }
        }

        @Override
        public long line() {
            return skipped + row.getStartingLineNumber();
        }

        @Override
        public Object[] cells() {
            return row.getFields().toArray();
        }

        @Override
        public void close() {
            try {
                records.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
