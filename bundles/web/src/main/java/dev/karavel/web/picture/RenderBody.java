package dev.karavel.web.picture;

import com.fasterxml.jackson.databind.JsonNode;
import dev.karavel.api.error.KaravelException;
import dev.karavel.api.query.ChartRequest;
import dev.karavel.api.render.Look;
import dev.karavel.api.render.Sample;
import dev.karavel.web.chart.DataRequest;
import dev.karavel.web.json.Fields;
import java.util.Optional;

/** What {@code POST chart/render} asks for: form data with a datasource, or with rows of its own. */
record RenderBody(Optional<Sample> sample, ChartRequest chart, Look look) {
    private static final int WIDTH = 800;
    private static final int HEIGHT = 500;

    static RenderBody of(JsonNode body, String languages) {
        Fields fields = new Fields(body);
        Optional<Sample> sample = sample(fields);
        return new RenderBody(
                sample, sample.isPresent() ? null : DataRequest.of(body, null).chart(), look(fields, languages));
    }

    private static Look look(Fields fields, String languages) {
        String title = fields.text("title", "");
        return new Look(
                whole(fields, "width", WIDTH),
                whole(fields, "height", HEIGHT),
                number(fields, "scale"),
                PictureRequest.dark(fields.text("theme", "light")),
                PictureRequest.language(fields.text("locale", Optional.empty()).orElse(null), languages),
                PictureRequest.format(fields.text("format", "png")),
                fields.flag("card", true),
                !title.isEmpty() || fields.has("sample"));
    }

    private static int whole(Fields fields, String name, int usual) {
        JsonNode value = fields.node(name);
        if (value.isMissingNode()) {
            return usual;
        }
        if (!value.isIntegralNumber() || !value.canConvertToInt()) {
            throw KaravelException.invalid(name, name + " is a whole number");
        }
        return value.asInt();
    }

    private static double number(Fields fields, String name) {
        JsonNode value = fields.node(name);
        if (value.isMissingNode()) {
            return 2;
        }
        if (!value.isNumber()) {
            throw KaravelException.invalid(name, name + " is a number");
        }
        return value.asDouble();
    }

    private static Optional<Sample> sample(Fields fields) {
        JsonNode sample = fields.node("sample");
        if (sample.isMissingNode() || sample.isNull()) {
            return Optional.empty();
        }
        JsonNode results = sample.path("results");
        if (!results.isArray() || results.size() > 20) {
            throw KaravelException.invalid("sample", "sample.results is a list of {columns, values}, one per question");
        }
        results.forEach(RenderBody::check);
        JsonNode form = fields.node("form_data");
        String type = form.path("viz_type").asText("");
        if (type.isEmpty()) {
            throw KaravelException.invalid("form_data", "form_data.viz_type names the type of chart");
        }
        JsonNode annotations = sample.path("annotations");
        return Optional.of(new Sample(
                fields.text("title", sample.path("title").asText("")),
                type,
                form.toString(),
                results.toString(),
                annotations.isObject() ? annotations.toString() : "{}"));
    }

    private static void check(JsonNode result) {
        boolean right = result.path("columns").isArray()
                && result.path("values").isArray()
                && result.path("columns").size() == result.path("values").size();
        if (!right) {
            throw KaravelException.invalid("sample", "Each of sample.results has as many lists of values as columns");
        }
    }
}
