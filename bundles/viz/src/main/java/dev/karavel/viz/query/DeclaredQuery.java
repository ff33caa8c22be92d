package dev.karavel.viz.query;

import dev.karavel.spi.data.QuerySpec;
import dev.karavel.spi.viz.DatasetInfo;
import dev.karavel.spi.viz.FormData;
import dev.karavel.viz.descriptor.Descriptor;
import dev.karavel.viz.descriptor.Mode;
import dev.karavel.viz.descriptor.QueryPlan;
import java.util.List;
import java.util.stream.Stream;

/** Makes the questions of a chart whose descriptor says how. Pure. */
public final class DeclaredQuery {
    private DeclaredQuery() {}

    /**
     * @throws dev.karavel.spi.viz.InvalidFormData naming the control that is missing or wrong
     * @throws dev.karavel.api.error.KaravelException INVALID_REQUEST, likewise
     */
    public static List<QuerySpec> build(Descriptor descriptor, FormData given, DatasetInfo dataset) {
        return descriptor.queries().stream()
                .map(plan -> Form.of(descriptor, plan, given, dataset))
                .filter(Form::isAsked)
                .flatMap(DeclaredQuery::questions)
                .toList();
    }

    /** The form data, and the descriptor's defaults of what it leaves out. */
    public static FormData withDefaults(Descriptor descriptor, FormData given) {
        return Form.filledIn(descriptor, given);
    }

    private static Stream<QuerySpec> questions(Form form) {
        QueryPlan plan = form.plan();
        return switch (plan.mode()) {
            case NONE -> Stream.empty();
            case TIMESERIES -> Stream.of(new TimeseriesQuestion(form).build());
            case AGGREGATE -> Stream.of(new AggregateQuestion(form, plan.columns()).build());
            case RAW -> Stream.of(new RawQuestion(form, rawColumns(plan)).build());
            case PLACES -> Stream.of(new PlacesQuestion(form).build());
            case TABLE -> table(form).stream();
        };
    }

    private static List<QuerySpec> table(Form form) {
        boolean raw = form.given()
                .text("query_mode")
                .map(mode -> mode.equals("raw"))
                .orElseGet(() -> !form.given().list("all_columns").isEmpty());
        return new TableQuestions(form, raw).build();
    }

    private static List<String> rawColumns(QueryPlan plan) {
        List<String> named = plan.columns();
        return named.isEmpty() && plan.mode() == Mode.RAW ? List.of("all_columns") : named;
    }
}
