package dev.karavel.query;

import dev.karavel.api.error.ErrorCode;
import dev.karavel.api.error.KaravelException;
import dev.karavel.api.query.Download;
import dev.karavel.api.query.ResultFormat;
import dev.karavel.query.answer.Part;
import dev.karavel.query.answer.format.FileNames;
import dev.karavel.query.answer.format.TableFile;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** A file of an answer that is in memory. */
final class PartsDownload implements Download {
    private static final int MOST_ROWS_OF_A_SHEET = 1_048_575;

    private final String name;
    private final ResultFormat format;
    private final boolean byteOrderMark;
    private final List<Part> parts;

    PartsDownload(String name, ResultFormat format, boolean byteOrderMark, List<Part> parts) {
        this.name = name;
        this.format = format;
        this.byteOrderMark = byteOrderMark;
        this.parts = parts;
        if (format == ResultFormat.XLSX
                && parts.stream().anyMatch(part -> part.table().rows() > MOST_ROWS_OF_A_SHEET)) {
            throw new KaravelException(
                    ErrorCode.TOO_LARGE,
                    "result_format",
                    "An Excel sheet holds 1,048,575 rows below its title, and this is more; ask for CSV",
                    null);
        }
    }

    @Override
    public String mediaType() {
        return TableFile.mediaType(format, parts.size() == 1);
    }

    @Override
    public String fileName() {
        return FileNames.of(name, TableFile.extension(format, parts.size() == 1));
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        try (TableFile file = TableFile.open(format, parts.size() == 1, byteOrderMark, out)) {
            for (int i = 0; i < parts.size(); i++) {
                Part part = parts.get(i);
                file.table("query_" + (i + 1)).all(part.table(), part.columnLabels());
            }
        }
        out.flush();
    }
}
