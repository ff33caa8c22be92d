package dev.karavel.viz.query;

import dev.karavel.spi.data.Order;
import dev.karavel.spi.data.QuerySpec;
import dev.karavel.spi.data.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The rows of a table; with pages of the server, how many there are; with totals, the metrics without groups, so that they
 * are right for averages and distinct counts too. In this order, as in Superset's.
 */
record TableQuestions(Form form, boolean raw) {
    private static final Set<String> FILES = Set.of("csv", "xlsx", "records", "arrow");
    private static final int PAGE = 10;

    List<QuerySpec> build() {
        QuerySpec rows = raw
                ? new RawQuestion(form, List.of("all_columns")).build()
                : new AggregateQuestion(form, form.plan().columns()).build();
        // A file is of the rows alone, and of all pages.
        if (form.data().text("result_format").filter(FILES::contains).isPresent()) {
            return List.of(rows);
        }
        boolean pages = form.data().flag("server_pagination", false);
        List<QuerySpec> questions = new ArrayList<>();
        if (pages) {
            QuerySpec found = searched(rows);
            questions.add(page(found));
            questions.add(counted(found));
        } else {
            questions.add(rows);
        }
        // A share of all pages is a share of what one page cannot tell.
        boolean shares = pages && !form.metrics("percent_metrics").isEmpty();
        if (!raw
                && (shares || form.data().flag("show_totals", false))
                && !rows.metrics().isEmpty()) {
            questions.add(totals(pages ? searched(rows) : rows));
        }
        return questions;
    }

    private OwnState state() {
        return OwnState.of(form.data());
    }

    private QuerySpec searched(QuerySpec rows) {
        QuerySpec.Builder builder = rows.toBuilder();
        state().search(rows.columns(), form.dataset()).ifPresent(builder::anyOf);
        return builder.build();
    }

    private QuerySpec page(QuerySpec rows) {
        OwnState state = state();
        List<Term> selected = new ArrayList<>(rows.columns());
        selected.addAll(rows.metrics());
        List<Order> clicked = state.orders(selected);
        int size = state.pageSize(Math.max(1, sizeOfForm()));
        QuerySpec.Builder builder = rows.toBuilder().rowLimit(size).rowOffset(Math.multiplyExact(size, state.page()));
        if (!clicked.isEmpty()) {
            builder.clearOrder();
            clicked.forEach(builder::order);
        }
        return builder.build();
    }

    private int sizeOfForm() {
        int size = form.number("server_page_length");
        return size == 0 ? PAGE : size;
    }

    private static QuerySpec counted(QuerySpec rows) {
        QuerySpec.Builder builder = QuerySpec.builder();
        rows.columns().forEach(builder::column);
        if (rows.columns().isEmpty()) {
            rows.metrics().forEach(builder::metric);
        }
        return same(builder, rows)
                .aggregate(rows.aggregate())
                .having(rows.having())
                .series(rows.seriesColumns(), rows.seriesLimit(), rows.seriesLimitMetric())
                .seriesOthers(rows.seriesOthers())
                .rowCount(true)
                .build();
    }

    private static QuerySpec totals(QuerySpec rows) {
        QuerySpec.Builder builder = QuerySpec.builder();
        rows.metrics().forEach(builder::metric);
        return same(builder, rows)
                .aggregate(true)
                .timeOffsets(rows.timeOffsets())
                .build();
    }

    /** What decides which rows are meant. */
    private static QuerySpec.Builder same(QuerySpec.Builder builder, QuerySpec rows) {
        rows.filters().forEach(builder::filter);
        rows.anyOf().forEach(builder::anyOf);
        rows.timeColumn().ifPresent(builder::timeColumn);
        return builder.timeRange(rows.timeRange()).timeZone(rows.timeZone()).where(rows.where());
    }
}
