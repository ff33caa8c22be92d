package dev.karavel.sql.upload;

import dev.karavel.api.error.KaravelException;
import dev.karavel.api.sql.UploadOptions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** A file as a table: its names, and the rows below them. */
final class FileTable {
    private static final int LONGEST_NAME = 120;
    private static final int MOST_COLUMNS = 2_000;

    private final RawFile file;
    private final UploadOptions options;
    private final List<String> names;

    FileTable(RawFile file, UploadOptions options) {
        this.file = file;
        this.options = options;
        names = readNames();
    }

    List<String> names() {
        return names;
    }

    /** Positions of the columns that are to be read. */
    int[] chosen() {
        if (options.columns().isEmpty()) {
            int[] all = new int[names.size()];
            for (int i = 0; i < all.length; i++) {
                all[i] = i;
            }
            return all;
        }
        return options.columns().stream().mapToInt(this::position).toArray();
    }

    private int position(String name) {
        int position = names.indexOf(name);
        if (position < 0) {
            throw KaravelException.invalid("columns_read", "The file has no column " + name);
        }
        return position;
    }

    /** The rows below the names, a wrong one refused by its line. */
    RawRows body() {
        RawRows rows = file.open();
        int header = options.headerRow().orElse(-1);
        for (int i = 0; i <= header; i++) {
            rows.next();
        }
        return new Body(rows, names.size(), options.rowsToRead().orElse(Integer.MAX_VALUE));
    }

    private List<String> readNames() {
        try (RawRows rows = file.open()) {
            int header = options.headerRow().orElse(-1);
            for (int i = 0; i <= Math.max(0, header); i++) {
                if (!rows.next()) {
                    throw KaravelException.invalid("file", "The file is empty, or shorter than what is to be skipped");
                }
            }
            Object[] first = rows.cells();
            if (first.length > MOST_COLUMNS) {
                throw KaravelException.invalid("file", "The file has more than " + MOST_COLUMNS + " columns");
            }
            List<String> found = new ArrayList<>();
            Set<String> taken = new HashSet<>();
            for (int i = 0; i < first.length; i++) {
                found.add(free(header < 0 ? "" : String.valueOf(first[i] == null ? "" : first[i]), i, taken));
            }
            return List.copyOf(found);
        }
    }

    /** Warehouses that ignore case take "Name" and "name" for the same. */
    private static String free(String given, int position, Set<String> taken) {
        String plain = given.replaceAll("\\p{Cntrl}+", " ").strip();
        String name = plain.isEmpty() ? "column_" + (position + 1) : plain;
        String short_ = name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
        String result = short_;
        for (int n = 1; !taken.add(result.toLowerCase(Locale.ROOT)); n++) {
            result = short_ + "_" + n;
        }
        return result;
    }

    private static final class Body implements RawRows {
        private final RawRows rows;
        private final int width;
        private final long most;
        private long read;
        private Object[] cells;

        Body(RawRows rows, int width, long most) {
            this.rows = rows;
            this.width = width;
            this.most = most;
        }

        @Override
        public boolean next() {
            if (read >= most || !rows.next()) {
                return false;
            }
            read++;
            cells = rows.cells();
            for (int i = width; i < cells.length; i++) {
                if (cells[i] != null && !cells[i].equals("")) {
                    throw KaravelException.invalid(
                            "file",
                            "Line " + line() + " has " + cells.length + " values, but there are " + width + " columns");
                }
            }
            return true;
        }

        @Override
        public long line() {
            return rows.line();
        }

        @Override
        public Object[] cells() {
            return cells;
        }

        @Override
        public void close() {
            rows.close();
        }
    }
}
