package dev.karavel.api.sql;

import dev.karavel.spi.data.ColumnType;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * How a file is to be read; most of it concerns files of text.
 *
 * @param delimiter between values; empty to find it out
 * @param skipRows lines or rows before anything that counts
 * @param headerRow of those left, counted from 0, the one with the names; empty where there are none
 * @param rowsToRead most rows after the header; empty for all
 * @param nullValues words that mean no value; empty for the usual ones
 * @param dateColumns columns to be read as dates or times, in more forms than are recognised without being told
 * @param dayFirst whether 03/04/2024 is in April
 * @param types of columns, by name; the others are found out
 * @param sheet of a workbook; empty for the first
 * @param columns to read; empty for all
 * @param indexLabel name of a column with the rows' numbers, put first; empty for none
 */
public record UploadOptions(
        Optional<String> delimiter,
        int skipRows,
        Optional<Integer> headerRow,
        Optional<Integer> rowsToRead,
        Set<String> nullValues,
        List<String> dateColumns,
        boolean dayFirst,
        char decimalSign,
        Map<String, ColumnType> types,
        Optional<String> sheet,
        List<String> columns,
        Optional<String> indexLabel) {
    public UploadOptions {
        Objects.requireNonNull(delimiter, "delimiter");
        nullValues = Set.copyOf(nullValues);
        dateColumns = List.copyOf(dateColumns);
        types = Map.copyOf(types);
        columns = List.copyOf(columns);
    }

    /** All columns and rows, names in the first line, everything else found out. */
    public static UploadOptions usual() {
        return new UploadOptions(
                Optional.empty(),
                0,
                Optional.of(0),
                Optional.empty(),
                Set.of(),
                List.of(),
                false,
                '.',
                Map.of(),
                Optional.empty(),
                List.of(),
                Optional.empty());
    }
}
