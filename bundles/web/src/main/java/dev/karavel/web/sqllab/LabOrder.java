package dev.karavel.web.sqllab;

import com.fasterxml.jackson.databind.JsonNode;
import dev.karavel.api.error.KaravelException;
import dev.karavel.api.sqllab.LabQuery.Making;
import dev.karavel.api.sqllab.LabQuery.Target;
import dev.karavel.api.sqllab.SqlLab.Bounds;
import dev.karavel.api.sqllab.SqlLab.Order;
import dev.karavel.api.sqllab.SqlLab.Script;
import dev.karavel.web.json.Fields;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/**
 * What a page wants run, read.
 *
 * @param patience how long the request waits for it
 */
record LabOrder(Order order, Duration patience) {
    private static final Duration GRACE = Duration.ofSeconds(2);

    static LabOrder of(Fields fields, Bounds bounds) {
        boolean async = fields.flag("runAsync", false);
        Optional<Duration> patience = fields.whole("asyncAfter", Optional.empty())
                .map(milliseconds -> Duration.ofMillis(Math.max(0, milliseconds)));
        boolean goesOn = async || patience.isPresent();
        Duration time = goesOn ? bounds.asyncTime() : bounds.syncTime();
        Duration wait = async
                ? Duration.ZERO
                : patience.map(each -> each.compareTo(bounds.syncTime()) > 0 ? bounds.syncTime() : each)
                        .orElse(bounds.syncTime().plus(GRACE));
        Order order = new Order(
                script(fields, "templateParams"),
                fields.filledText("catalog", Optional.empty()),
                fields.filledText("client_id", Optional.empty()),
                fields.text("tab", ""),
                editor(fields.node("sql_editor_id")),
                fields.whole("queryLimit", Optional.empty()).map(LabOrder::limit),
                making(fields),
                time);
        return new LabOrder(order, wait);
    }

    static Script script(Fields fields, String parameters) {
        return new Script(
                fields.requiredWhole("database_id"),
                fields.filledText("schema", Optional.empty()),
                fields.requiredText("sql"),
                fields.jsonText(parameters, Optional.empty()).orElse(""));
    }

    private static Optional<Making> making(Fields fields) {
        if (!fields.flag("select_as_cta", false)) {
            return Optional.empty();
        }
        String word = fields.text("ctas_method", "TABLE");
        try {
            Target target = Target.valueOf(word.toUpperCase(Locale.ROOT));
            return Optional.of(new Making(
                    target,
                    fields.filledText("schema", Optional.empty()),
                    fields.requiredText("tmp_table_name").strip()));
        } catch (IllegalArgumentException e) {
            throw KaravelException.invalid("ctas_method", "ctas_method is TABLE or VIEW, not " + word);
        }
    }

    private static int limit(long rows) {
        if (rows < 0) {
            throw KaravelException.invalid("queryLimit", "queryLimit has to be a number of rows, 0 for the usual one");
        }
        return (int) Math.min(rows, Integer.MAX_VALUE);
    }

    /** Superset's ids of tabs are numbers in texts. */
    private static String editor(JsonNode node) {
        return node.isMissingNode() || node.isNull() ? "" : node.asText();
    }
}
