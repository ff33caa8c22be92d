package dev.karavel.query.question;

import dev.karavel.api.catalog.Chart;
import dev.karavel.api.catalog.Database;
import dev.karavel.api.catalog.Dataset;
import dev.karavel.api.sql.SqlText;
import dev.karavel.spi.data.Filter;
import dev.karavel.spi.data.QuerySpec;
import dev.karavel.spi.viz.FormData;
import java.util.List;
import java.util.Optional;

/**
 * A request as it was understood: what is asked, of which dataset, and what of the filters from outside was left out.
 *
 * @param vizType of the chart type that made the questions from form data; empty when they came as query objects
 * @param applied names of filters that are no columns but took effect
 * @param unplaced filters on columns the dataset does not have, which its templates may still ask for
 * @param layers records to draw over the answer
 */
public record Asked(
        Optional<Chart> chart,
        Dataset dataset,
        Database database,
        FormData formData,
        Optional<String> vizType,
        List<QuerySpec> questions,
        List<String> applied,
        List<SqlText.Rejected> rejected,
        List<Filter> unplaced,
        List<Layer> layers) {
    public Asked {
        questions = List.copyOf(questions);
        applied = List.copyOf(applied);
        rejected = List.copyOf(rejected);
        unplaced = List.copyOf(unplaced);
        layers = List.copyOf(layers);
    }

    /** Nothing is asked yet. */
    static Asked of(Optional<Chart> chart, Dataset dataset, Database database, FormData formData) {
        return new Asked(
                chart,
                dataset,
                database,
                formData,
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    /** The same about other questions. */
    public Asked with(List<QuerySpec> others) {
        return new Asked(chart, dataset, database, formData, vizType, others, applied, rejected, unplaced, layers);
    }

    Asked with(FormData other, Optional<String> type) {
        return new Asked(chart, dataset, database, other, type, questions, applied, rejected, unplaced, layers);
    }

    Asked with(List<String> nowApplied, List<SqlText.Rejected> nowRejected, List<Filter> nowUnplaced) {
        return new Asked(
                chart, dataset, database, formData, vizType, questions, nowApplied, nowRejected, nowUnplaced, layers);
    }

    Asked withLayers(List<Layer> others) {
        return new Asked(chart, dataset, database, formData, vizType, questions, applied, rejected, unplaced, others);
    }

    /** What people call the thing that is asked about: the chart, or else the dataset. */
    public String name() {
        return chart.map(Chart::name).orElse(dataset.tableName());
    }
}
