package dev.karavel.viz.descriptor;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.karavel.api.error.KaravelException;
import dev.karavel.api.query.Terms;
import dev.karavel.spi.data.Metric;
import dev.karavel.spi.data.PostProcessing;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads and checks {@code visualization.json}. Safe for several threads. */
public final class DescriptorReader {
    private static final Pattern ID = Pattern.compile("[a-z0-9_-]+");

    private final ObjectMapper json = JsonMapper.builder()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .build();
    private final SharedControls shared = new SharedControls(json);
    private final String host;

    /** For no server in particular. */
    public DescriptorReader() {
        this("");
    }

    /** @param host version of the server it reads for, such as 0.1.0 */
    public DescriptorReader(String host) {
        this.host = host;
    }

    /**
     * @param file path of the descriptor, for messages
     * @param folder name of its folder, which has to be its id
     * @param languages of the words that lie beside it; told to pages as {@code messages}
     */
    public Descriptor read(String file, String folder, byte[] bytes, List<String> languages) throws Refused {
        return read(file, folder, bytes, languages, List.of());
    }

    /** @param translations languages the bundle has texts of its descriptors in; told to pages as {@code texts} */
    public Descriptor read(String file, String folder, byte[] bytes, List<String> languages, List<String> translations)
            throws Refused {
        ObjectNode root = parse(file, bytes);
        languages.forEach(root.putArray("messages")::add);
        translations.forEach(root.putArray("texts")::add);
        Fields fields = new Fields(file, "", root);
        Negotiation.check(fields, host);
        String id = fields.text("id");
        if (!ID.matcher(id).matches()) {
            throw fields.refused("id", "only a-z, 0-9, _ and - are allowed, not \"" + id + "\"");
        }
        if (!id.equals(folder)) {
            throw fields.refused("id", "\"" + id + "\" lies in folder \"" + folder + "\"; they have to be the same");
        }
        if (!Set.of("", "page").contains(fields.text("picture", ""))) {
            throw fields.refused("picture", "only \"page\" is known: pictures are taken of the page where they can be");
        }
        Controls controls = new Controls(shared);
        controls.spellOut(fields);
        return new Descriptor(
                id,
                fields.text("title"),
                fields.text("category"),
                fields.texts("tags"),
                fields.text("description", ""),
                plans(fields, controls),
                controls.byName().keySet(),
                required(controls),
                defaults(controls),
                root.toString());
    }

    private ObjectNode parse(String file, byte[] bytes) throws Refused {
        try {
            if (json.readTree(bytes) instanceof ObjectNode object) {
                return object;
            }
            throw new Refused(file, "", "not a JSON object");
        } catch (JsonProcessingException e) {
            throw new Refused(file, "line " + e.getLocation().getLineNr(), e.getOriginalMessage());
        } catch (IOException e) {
            throw new Refused(file, "", "not JSON: " + e.getMessage());
        }
    }

    private List<QueryPlan> plans(Fields descriptor, Controls controls) throws Refused {
        List<QueryPlan> plans = new ArrayList<>();
        for (Fields query : descriptor.objects("query")) {
            QueryPlan plan = plan(query, controls);
            if (plans.stream().anyMatch(other -> other.suffix().equals(plan.suffix()) && !alternatives(other, plan))) {
                throw query.refused("suffix", "another question has the suffix \"" + plan.suffix() + "\" already");
            }
            plans.add(plan);
        }
        return plans;
    }

    private static boolean alternatives(QueryPlan one, QueryPlan other) {
        return !one.when().isEmpty() && !other.when().isEmpty();
    }

    private QueryPlan plan(Fields query, Controls controls) throws Refused {
        String suffix = query.text("suffix", "");
        query.text("mode");
        List<String> metrics = new ArrayList<>();
        List<Metric> fixed = new ArrayList<>();
        for (JsonNode metric : query.list("metrics")) {
            if (metric.isTextual()) {
                metrics.add(control(query, "metrics", metric.textValue(), suffix, controls));
            } else {
                fixed.add(fixedMetric(query, metric));
            }
        }
        List<String> columns = new ArrayList<>();
        for (String column : query.texts("columns")) {
            columns.add(control(query, "columns", column, suffix, controls));
        }
        return new QueryPlan(
                suffix,
                when(query, controls),
                query.texts("without"),
                query.choice("mode", Mode.values(), Mode::word, Mode.NONE),
                columns,
                metrics,
                fixed,
                query.choice("orderBy", DefaultOrder.values(), DefaultOrder::word, DefaultOrder.METRIC_DESCENDING),
                query.number("rowLimit", 0),
                query.text("grain", "time_grain_sqla"),
                steps(query));
    }

    private Map<String, Object> when(Fields query, Controls controls) throws Refused {
        Map<String, Object> when = new LinkedHashMap<>();
        if (query.node().has("when")) {
            for (Map.Entry<String, JsonNode> each : query.object("when").node().properties()) {
                when.put(control(query, "when", each.getKey(), "", controls), value(each.getValue()));
            }
        }
        return when;
    }

    private static String control(Fields query, String field, String name, String suffix, Controls controls)
            throws Refused {
        if (!controls.byName().containsKey(name) && !controls.byName().containsKey(name + suffix)) {
            throw query.refused(field, "no control is named \"" + name + "\"");
        }
        return name;
    }

    private Metric fixedMetric(Fields query, JsonNode metric) throws Refused {
        try {
            return Terms.metric("metrics", value(metric));
        } catch (KaravelException e) {
            throw query.refused("metrics", e.getMessage());
        }
    }

    private List<PostProcessing> steps(Fields query) throws Refused {
        List<PostProcessing> steps = new ArrayList<>();
        for (JsonNode step : query.list("postProcessing")) {
            try {
                steps.add(Terms.postProcessing("postProcessing", value(step)));
            } catch (KaravelException e) {
                throw query.refused("postProcessing", e.getMessage());
            }
        }
        return steps;
    }

    private static Set<String> required(Controls controls) {
        return controls.byName().entrySet().stream()
                .filter(control -> control.getValue().path("required").asBoolean())
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private Map<String, Object> defaults(Controls controls) {
        Map<String, Object> defaults = new LinkedHashMap<>();
        controls.byName().forEach((name, control) -> {
            JsonNode preset = control.path("schema").path("default");
            if (!preset.isMissingNode() && !preset.isNull()) {
                defaults.put(name, value(preset));
            }
        });
        return defaults;
    }

    private Object value(JsonNode node) {
        return json.convertValue(node, Object.class);
    }
}
