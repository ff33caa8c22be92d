package dev.karavel.query.answer.format;

import dev.karavel.api.error.ErrorCode;
import dev.karavel.api.error.KaravelException;
import dev.karavel.spi.data.Column;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.dhatim.fastexcel.Worksheet;

/** One sheet: a frozen title row, numbers as numbers and dates as dates. Strings stand in the cells, so that the heap stays flat. */
final class SheetSink implements RowSink {
    static final int MOST_ROWS = Worksheet.MAX_ROWS - 1;
    private static final int LONGEST_TEXT = 32_767;
    private static final int AT_ONCE = 500;
    /** Excel keeps 15 digits of a number: longer ones, ids mostly, stay right as text. */
    private static final long MOST_DIGITS = 999_999_999_999_999L;
    /** Before it Excel counts a 29 February 1900 that never was. */
    private static final LocalDate FIRST_DATE = LocalDate.of(1900, 3, 1);

    private static final LocalDate LAST_DATE = LocalDate.of(9999, 12, 31);

    private final Worksheet sheet;
    private int row;

    SheetSink(Worksheet sheet) {
        this.sheet = sheet;
    }

    @Override
    public void begin(List<Column> columns, List<String> labels) throws IOException {
        if (columns.size() > Worksheet.MAX_COLS) {
            throw new KaravelException(
                    ErrorCode.TOO_LARGE,
                    "An Excel sheet holds " + Worksheet.MAX_COLS + " columns, and this is " + columns.size()
                            + "; ask for CSV");
        }
        for (int i = 0; i < columns.size(); i++) {
            int content = columns.get(i).type().isTemporal() ? 19 : 11;
            sheet.width(i, Math.min(40, Math.max(content, labels.get(i).length() + 2)));
            sheet.inlineString(0, i, cut(labels.get(i)));
            sheet.style(0, i).bold().set();
        }
        sheet.freezePane(0, 1);
    }

    @Override
    public void row(Object[] values) throws IOException {
        if (++row > MOST_ROWS) {
            throw new KaravelException(
                    ErrorCode.TOO_LARGE,
                    "result_format",
                    "An Excel sheet holds 1,048,575 rows below its title, and this is more; ask for CSV",
                    null);
        }
        for (int i = 0; i < values.length; i++) {
            if (values[i] != null) {
                cell(i, values[i]);
            }
        }
        if (row % AT_ONCE == 0) {
            sheet.flush();
        }
    }

    @Override
    public void end() throws IOException {
        sheet.finish();
    }

    private void cell(int column, Object value) {
        if (value instanceof Boolean truth) {
            sheet.value(row, column, truth);
        } else if (value instanceof Number number && fits(number)) {
            sheet.value(row, column, number);
        } else if (value instanceof LocalDateTime moment && inRange(moment.toLocalDate())) {
            sheet.value(row, column, moment);
            sheet.style(row, column).format("yyyy-mm-dd hh:mm:ss").set();
        } else if (value instanceof LocalDate date && inRange(date)) {
            sheet.value(row, column, date);
            sheet.style(row, column).format("yyyy-mm-dd").set();
        } else {
            sheet.inlineString(row, column, cut(value instanceof BigDecimal d ? d.toPlainString() : value.toString()));
        }
    }

    private static boolean fits(Number number) {
        if (number instanceof Long || number instanceof BigInteger) {
            return Math.abs(number.doubleValue()) <= MOST_DIGITS;
        }
        return Double.isFinite(number.doubleValue());
    }

    private static boolean inRange(LocalDate date) {
        return !date.isBefore(FIRST_DATE) && !date.isAfter(LAST_DATE);
    }

    /** XML cannot hold control characters, and a cell holds so many letters. */
    private static String cut(String text) {
        String some = text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT);
        return some.chars().allMatch(letter -> letter >= ' ' || letter == '\n' || letter == '\t')
                ? some
                : some.replaceAll("[\\x00-\\x08\\x0b-\\x1f]", "");
    }
}
