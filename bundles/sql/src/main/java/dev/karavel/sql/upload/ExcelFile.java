package dev.karavel.sql.upload;

import dev.karavel.api.error.ErrorCode;
import dev.karavel.api.error.KaravelException;
import dev.karavel.api.sql.UploadOptions;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;

/** One sheet of a workbook. */
final class ExcelFile implements RawFile {
    private static final ReadingOptions WITH_FORMATS = new ReadingOptions(true, true);
    private static final int MOST_COLUMNS = 2_000;
    /** Of a number format, with its quoted texts, colours and escaped letters taken away: letters of dates and times. */
    private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"|\\[(?!h+\\]|m+\\]|s+\\])[^\\]]*]|\\\\.|_.");

    private static final Pattern TEMPORAL = Pattern.compile("(?i)[ymdhs]");

    private final Path file;
    private final UploadOptions options;

    ExcelFile(Path file, UploadOptions options) {
        this.file = file;
        this.options = options;
        refuseOld(file);
        Unpacked.refuseBomb(file);
    }

    static List<String> sheets(Path file) {
        try (ReadableWorkbook workbook = new ReadableWorkbook(file.toFile(), WITH_FORMATS)) {
            return workbook.getSheets().map(Sheet::getName).toList();
        } catch (IOException | ExcelReaderException e) {
            throw damaged(e);
        }
    }

    @Override
    public RawRows open() {
        try {
            return new SheetRows(new ReadableWorkbook(file.toFile(), WITH_FORMATS), options);
        } catch (IOException | ExcelReaderException e) {
            throw damaged(e);
        }
    }

    private static void refuseOld(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] start = in.readNBytes(8);
            if (start.length == 8 && ReadableWorkbook.isOLE2Header(start)) {
                throw KaravelException.invalid(
                        "file", "This is an old .xls workbook, or one with a password: save it as .xlsx without one");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static KaravelException damaged(Exception cause) {
        return new KaravelException(
                ErrorCode.INVALID_REQUEST, "file", "This is no .xlsx workbook, or it is damaged", cause);
    }

    /** Dates and times are numbers to a workbook; only how they are shown tells them. */
    private static Object value(Cell cell) {
        if (cell == null || cell.getType() == CellType.EMPTY || cell.getType() == CellType.ERROR) {
            return null;
        }
        Object value = cell.getValue();
        if (cell.getType() == CellType.FORMULA) {
            value = result(value, cell);
        }
        if (value instanceof BigDecimal && isTime(cell.getDataFormatString())) {
            return moment(cell);
        }
        return value;
    }

    /** What a formula gave when the workbook was saved. */
    private static Object result(Object value, Cell cell) {
        if (!(value instanceof String) || cell.getRawValue() == null) {
            return value;
        }
        try {
            return new BigDecimal(cell.getRawValue());
        } catch (NumberFormatException e) {
            return value;
        }
    }

    private static Object moment(Cell cell) {
        try {
            LocalDateTime moment = cell.asDate();
            return moment == null ? cell.getValue() : moment;
        } catch (ExcelReaderException | IllegalArgumentException e) {
            return cell.getValue();
        }
    }

    private static boolean isTime(String format) {
        return format != null
                && !format.equalsIgnoreCase("General")
                && TEMPORAL.matcher(QUOTED.matcher(format.split(";")[0]).replaceAll(""))
                        .find();
    }

    private static final class SheetRows implements RawRows {
        private final ReadableWorkbook workbook;
        private final Stream<Row> stream;
        private final Iterator<Row> rows;
        private Row row;

        SheetRows(ReadableWorkbook workbook, UploadOptions options) throws IOException {
            this.workbook = workbook;
            Optional<Sheet> sheet = options.sheet().isPresent()
                    ? workbook.findSheet(options.sheet().get())
                    : workbook.getSheets().findFirst();
            if (sheet.isEmpty()) {
                workbook.close();
                throw KaravelException.invalid("sheet_name", "The workbook has no such sheet");
            }
            stream = sheet.get().openStream();
            rows = stream.filter(each -> each.getRowNum() > options.skipRows()
                            && each.getFirstNonEmptyCell().isPresent())
                    .iterator();
        }

        @Override
        public boolean next() {
            try {
                row = rows.hasNext() ? rows.next() : null;
            } catch (ExcelReaderException | UncheckedIOException e) {
                throw damaged(e);
            }
            if (row != null && row.getCellCount() > MOST_COLUMNS) {
                throw KaravelException.invalid(
                        "file", "Row " + row.getRowNum() + " has more than " + MOST_COLUMNS + " columns");
            }
            return row != null;
        }

        @Override
        public long line() {
            return row.getRowNum();
        }

        @Override
        public Object[] cells() {
            Object[] cells = new Object[row.getCellCount()];
            for (int i = 0; i < cells.length; i++) {
                cells[i] = row.hasCell(i) ? value(row.getCell(i)) : null;
            }
            return cells;
        }

        @Override
        public void close() {
            try {
                stream.close();
                workbook.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
