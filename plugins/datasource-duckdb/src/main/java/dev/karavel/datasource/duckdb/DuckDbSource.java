package dev.karavel.datasource.duckdb;

import dev.karavel.spi.data.Dialect;
import dev.karavel.spi.data.WarehouseException;
import dev.karavel.spi.data.WarehouseException.Reason;
import java.nio.file.Path;
import java.util.Locale;

/** A file to load, and the function that reads its kind. */
record DuckDbSource(String function, Path file) {
    static DuckDbSource of(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        String ending = name.substring(name.lastIndexOf('.') + 1);
        String function =
                switch (ending) {
                    case "csv", "tsv" -> "read_csv";
                    case "json", "ndjson" -> "read_json";
                    case "parquet" -> "read_parquet";
                    default ->
                        throw new WarehouseException(
                                Reason.SETTINGS,
                                "file",
                                "Only .csv, .tsv, .json, .ndjson and .parquet files can be loaded");
                };
        return new DuckDbSource(function, file.toAbsolutePath());
    }

    String read(Dialect dialect) {
        return function + "(" + dialect.literal(file.toString()) + ")";
    }
}
