package dev.karavel.query.question;

import dev.karavel.api.query.ChartRequest;
import dev.karavel.api.query.ResultType;
import dev.karavel.spi.data.Dimension;
import dev.karavel.spi.data.QuerySpec;
import java.util.List;
import java.util.Map;

/**
 * Rows as they are: samples of a dataset, under filters but of any time; or the rows behind a chart, under all its conditions on
 * rows. Pages of them, and how many there are, by row_offset, row_limit and is_rowcount of the query object, or of the form data
 * where there is none.
 */
final class RawRows {
    private RawRows() {}

    static Asked of(ChartRequest request, Asked base) {
        boolean drill = request.resultType() == ResultType.DRILL_DETAIL;
        boolean objects = !request.queries().isEmpty();
        Map<String, Object> page = request.formData();
        List<QuerySpec> questions = base.questions().stream()
                .limit(objects ? base.questions().size() : 1)
                .map(question -> {
                    QuerySpec.Builder rows = rows(base, question, drill);
                    return objects
                            ? rows.rowLimit(question.rowLimit())
                                    .rowOffset(question.rowOffset())
                                    .rowCount(question.rowCount())
                                    .build()
                            : rows.rowLimit(number(page, "row_limit"))
                                    .rowOffset(number(page, "row_offset"))
                                    .rowCount(Boolean.TRUE.equals(page.get("is_rowcount")))
                                    .build();
                })
                .toList();
        return base.with(questions).withLayers(List.of());
    }

    private static QuerySpec.Builder rows(Asked base, QuerySpec question, boolean drill) {
        QuerySpec.Builder rows = QuerySpec.builder().where(question.where()).timeZone(question.timeZone());
        base.dataset().columns().forEach(column -> rows.column(new Dimension.Named(column.name())));
        question.filters().forEach(rows::filter);
        question.anyOf().forEach(rows::anyOf);
        if (drill) {
            rows.timeColumn(question.timeColumn().orElse(null)).timeRange(question.timeRange());
        }
        return rows;
    }

    private static int number(Map<String, Object> page, String name) {
        return Math.max(0, Json.number(name, page.get(name)).orElse(0));
    }
}
