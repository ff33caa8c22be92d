package dev.karavel.query.answer;

import dev.karavel.api.sql.SqlText;
import dev.karavel.api.sql.TimeBounds;
import dev.karavel.spi.data.Column;
import dev.karavel.spi.data.Table;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The answer to one question.
 *
 * @param statement empty where the asker may not see it
 * @param labels what people read for a column, by its name
 * @param formats how the dataset wants a metric written, as JSON {@code {d3format, currency}} by the column's name
 * @param rowsRead from the warehouse, before anything was done to them
 * @param annotations the records of each layer as JSON, by its name
 * @param milliseconds what the warehouse took
 */
public record Part(
        Table table,
        Optional<String> statement,
        Map<String, String> labels,
        Map<String, String> formats,
        TimeBounds bounds,
        List<String> applied,
        List<SqlText.Rejected> rejected,
        int rowsRead,
        Map<String, String> annotations,
        Instant askedAt,
        long milliseconds) {
    /** Of a dataset that says nothing of formats. */
    public Part(
            Table table,
            Optional<String> statement,
            Map<String, String> labels,
            TimeBounds bounds,
            List<String> applied,
            List<SqlText.Rejected> rejected,
            int rowsRead,
            Map<String, String> annotations,
            Instant askedAt,
            long milliseconds) {
        this(
                table,
                statement,
                labels,
                Map.of(),
                bounds,
                applied,
                rejected,
                rowsRead,
                annotations,
                askedAt,
                milliseconds);
    }

    /** In the order of the columns. */
    public List<String> columnLabels() {
        return table.columns().stream()
                .map(Column::name)
                .map(name -> labels.getOrDefault(name, name))
                .toList();
    }
}
