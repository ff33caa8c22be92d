package dev.karavel.web.server;

import dev.karavel.api.catalog.Database;
import dev.karavel.api.error.ErrorCode;
import dev.karavel.api.error.KaravelException;
import dev.karavel.api.sql.UploadOptions;
import dev.karavel.api.sql.Uploads;
import dev.karavel.spi.data.Column;
import dev.karavel.spi.data.ColumnType;
import dev.karavel.spi.data.IfExists;
import dev.karavel.spi.data.TableName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Notes what it was given; a table named "taken" exists. */
final class FakeUploads implements Uploads {
    final List<String> contents = new ArrayList<>();
    final List<Path> files = new ArrayList<>();
    UploadOptions options;
    TableName table;
    IfExists existing;

    @Override
    public Preview preview(Kind kind, Path file, UploadOptions given) {
        note(file, given);
        return new Preview(
                List.of(new Sheet("", List.of("id", "moment"))),
                List.of(new Column("id", ColumnType.INTEGER), new Column("moment", ColumnType.TIMESTAMP)),
                List.of(Arrays.asList(1L, LocalDateTime.of(2024, 2, 29, 12, 0)), Arrays.asList(2L, null)));
    }

    @Override
    public Loaded load(Database database, TableName name, IfExists mode, Kind kind, Path file, UploadOptions given) {
        note(file, given);
        table = name;
        existing = mode;
        if (name.name().equals("taken")) {
            throw new KaravelException(ErrorCode.CONFLICT, "table_name", "Table taken exists already", null);
        }
        return new Loaded(2, List.of(new Column("id", ColumnType.INTEGER)));
    }

    private void note(Path file, UploadOptions given) {
        options = given;
        files.add(file);
        try {
            contents.add(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
