package dev.karavel.web.sqllab;

import com.fasterxml.jackson.databind.JsonNode;
import dev.karavel.api.error.KaravelException;
import dev.karavel.api.sqllab.LabTab;
import dev.karavel.web.json.Fields;
import java.util.Optional;

/** Tabs as pages send them: whole under names of the page, or some fields under those of the table. */
final class TabFields {
    private TabFields() {}

    static LabTab created(LabTab tab, Fields sent) {
        return with(
                tab,
                sent.text("name", tab.label()),
                optional(sent, "dbId", Optional.empty()),
                sent.filledText("catalog", Optional.empty()),
                sent.filledText("schema", Optional.empty()),
                sent.text("sql", ""),
                optional(sent, "queryLimit", Optional.empty()).map(Long::intValue),
                sent.filledText("latestQueryId", Optional.empty()),
                optional(sent, "remoteId", Optional.empty()),
                sent.flag("autorun", false),
                sent.flag("hideLeftBar", false),
                sent.jsonText("templateParams", Optional.empty()).orElse(""),
                sent.jsonText("extra_json", tab.extra()));
    }

    static LabTab changed(LabTab tab, Fields sent) {
        return with(
                tab,
                sent.text("label", tab.label()),
                optional(sent, "database_id", tab.databaseId()),
                sent.filledText("catalog", tab.catalog()),
                sent.filledText("schema", tab.schema()),
                sent.text("sql", tab.sql()),
                optional(sent, "query_limit", tab.queryLimit().map(Integer::longValue))
                        .map(Long::intValue),
                sent.filledText("latest_query_id", tab.latestQuery()),
                optional(sent, "saved_query_id", tab.savedQuery()),
                sent.flag("autorun", tab.autorun()),
                sent.flag("hide_left_bar", tab.hideLeftBar()),
                sent.jsonText(
                                "template_params",
                                Optional.of(tab.templateParams()).filter(text -> !text.isEmpty()))
                        .orElse(""),
                sent.jsonText("extra_json", tab.extra()));
    }

    /** A number, also as a text, as ids of tabs are on pages. */
    static long number(Fields fields, String name) {
        return optional(fields, name, Optional.empty())
                .orElseThrow(() -> KaravelException.invalid(name, "The field " + name + " is missing"));
    }

    private static Optional<Long> optional(Fields fields, String name, Optional<Long> current) {
        JsonNode node = fields.node(name);
        return node.isTextual() && node.textValue().matches("\\d{1,18}")
                ? Optional.of(Long.valueOf(node.textValue()))
                : fields.whole(name, current);
    }

    private static LabTab with(
            LabTab tab,
            String label,
            Optional<Long> database,
            Optional<String> catalog,
            Optional<String> schema,
            String sql,
            Optional<Integer> limit,
            Optional<String> latest,
            Optional<Long> saved,
            boolean autorun,
            boolean hide,
            String parameters,
            String extra) {
        return new LabTab(
                tab.id(),
                tab.uuid(),
                tab.version(),
                tab.userId(),
                label,
                tab.active(),
                database,
                catalog,
                schema,
                sql,
                limit,
                latest,
                saved,
                autorun,
                hide,
                parameters,
                extra,
                tab.stamp().by(tab.userId()));
    }
}
