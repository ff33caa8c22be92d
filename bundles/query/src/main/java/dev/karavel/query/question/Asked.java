package dev.karavel.query.question;

import dev.karavel.api.catalog.Chart;
import dev.karavel.api.catalog.Database;
import dev.karavel.api.catalog.Dataset;
import dev.karavel.api.sql.SqlText;
import dev.karavel.spi.data.QuerySpec;
import dev.karavel.spi.viz.FormData;
import java.util.List;
import java.util.Optional;

/**
 * A request as it was understood: what is asked, of which dataset, and what of the filters from outside was left out.
 *
 * @param vizType of the chart type that made the questions from form data; empty when they came as query objects
 * @param applied names of filters that are no columns but took effect
 */
public record Asked(
        Optional<Chart> chart,
        Dataset dataset,
        Database database,
        FormData formData,
        Optional<String> vizType,
        List<QuerySpec> questions,
        List<String> applied,
        List<SqlText.Rejected> rejected) {
    public Asked {
        questions = List.copyOf(questions);
        applied = List.copyOf(applied);
        rejected = List.copyOf(rejected);
    }

    Asked with(List<QuerySpec> others) {
        return new Asked(chart, dataset, database, formData, vizType, others, applied, rejected);
    }
}
