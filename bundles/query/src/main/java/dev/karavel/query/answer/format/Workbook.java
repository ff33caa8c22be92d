package dev.karavel.query.answer.format;

import java.io.IOException;
import java.io.OutputStream;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** An Excel workbook with a sheet for each table. */
final class Workbook implements TableFile {
    private static final int LONGEST_NAME = 31;
    private static final int LEVEL = 2;

    private final org.dhatim.fastexcel.Workbook workbook;
    private final Set<String> names = new HashSet<>();

    Workbook(OutputStream out) {
        workbook = new org.dhatim.fastexcel.Workbook(out, "Karavel", null);
        workbook.setCompressionLevel(LEVEL);
    }

    @Override
    public RowSink table(String name) {
        return new SheetSink(workbook.newWorksheet(sheetName(name)));
    }

    @Override
    public void close() throws IOException {
        workbook.finish();
    }

    /** Excel refuses some signs, long names and two of the same. */
    private String sheetName(String wished) {
        String clean = wished.replaceAll("[\\[\\]:*?/\\\\\\p{Cntrl}]", " ")
                .replaceAll("^'+|'+$", "")
                .trim();
        String name = cut(clean.isEmpty() ? "Data" : clean, LONGEST_NAME);
        for (int n = 2; !names.add(name.toLowerCase(Locale.ROOT)); n++) {
            String ending = " " + n;
            name = cut(clean.isEmpty() ? "Data" : clean, LONGEST_NAME - ending.length()) + ending;
        }
        return name;
    }

    private static String cut(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length);
    }
}
