package dev.karavel.viz.query;

import dev.karavel.spi.data.QuerySpec;
import dev.karavel.spi.viz.DatasetInfo;
import dev.karavel.spi.viz.FormData;
import dev.karavel.viz.descriptor.Descriptor;
import dev.karavel.viz.descriptor.Mode;
import java.util.List;

/** Makes the question of a chart whose descriptor says how. Pure. */
public final class DeclaredQuery {
    private DeclaredQuery() {}

    /**
     * @throws dev.karavel.spi.viz.InvalidFormData naming the control that is missing or wrong
     * @throws dev.karavel.api.error.KaravelException INVALID_REQUEST, likewise
     */
    public static List<QuerySpec> build(Descriptor descriptor, FormData given, DatasetInfo dataset) {
        Form form = Form.of(descriptor, given, dataset);
        return switch (descriptor.query().mode()) {
            case NONE -> List.of();
            case TIMESERIES -> List.of(new TimeseriesQuestion(form).build());
            case AGGREGATE ->
                List.of(new AggregateQuestion(form, descriptor.query().columns()).build());
            case RAW -> List.of(new RawQuestion(form, rawColumns(descriptor)).build());
            case TABLE -> table(form, given);
        };
    }

    /** The form data, and the descriptor's defaults of what it leaves out. */
    public static FormData withDefaults(Descriptor descriptor, FormData given) {
        return Form.filledIn(descriptor, given);
    }

    private static List<QuerySpec> table(Form form, FormData given) {
        boolean raw = given.text("query_mode")
                .map(mode -> mode.equals("raw"))
                .orElseGet(() -> !given.list("all_columns").isEmpty());
        return new TableQuestions(form, raw).build();
    }

    private static List<String> rawColumns(Descriptor descriptor) {
        List<String> named = descriptor.query().columns();
        return named.isEmpty() && descriptor.query().mode() == Mode.RAW ? List.of("all_columns") : named;
    }
}
