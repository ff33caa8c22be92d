package dev.karavel.web.database;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.karavel.api.catalog.Database;
import dev.karavel.api.security.Secrets;
import dev.karavel.web.json.Fields;
import dev.karavel.web.json.Json;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * Superset's further options of a database, and beside them, under a name of our own, what Superset keeps in columns that we do not
 * have.
 */
public final class DatabaseExtra {
    private static final String OURS = "karavel";
    private static final String SEALED = "encrypted_extra";
    private static final List<String> FLAGS =
            List.of("allow_run_async", "allow_ctas", "allow_cvas", "impersonate_user");
    private static final List<String> TEXTS = List.of("force_ctas_schema", "driver");

    private final ObjectNode all;

    private DatabaseExtra(ObjectNode all) {
        this.all = all;
    }

    public static DatabaseExtra of(Database database) {
        try {
            return new DatabaseExtra(
                    Json.read(database.extra()) instanceof ObjectNode object
                            ? object
                            : JsonNodeFactory.instance.objectNode());
        } catch (JsonProcessingException e) {
            return new DatabaseExtra(JsonNodeFactory.instance.objectNode());
        }
    }

    /** The text to store, after what somebody sent. */
    static String after(Database old, Fields fields, Secrets secrets) {
        ObjectNode ours = of(old).ours();
        FLAGS.forEach(name -> ours.put(name, fields.flag(name, ours.path(name).asBoolean(false))));
        for (String name : TEXTS) {
            Optional<String> before = Optional.of(ours.path(name).asText("")).filter(text -> !text.isEmpty());
            fields.filledText(name, before).ifPresentOrElse(text -> ours.put(name, text), () -> ours.remove(name));
        }
        SealedExtra.after(of(old).sealed(), fields, secrets)
                .ifPresentOrElse(text -> ours.put(SEALED, text), () -> ours.remove(SEALED));
        String given = fields.jsonText("extra", of(old).supersets());
        try {
            ObjectNode extra = (ObjectNode) Json.read(given);
            extra.set(OURS, ours);
            return Json.text(extra);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Written by the same mapper", e);
        }
    }

    /** Without what is ours. */
    String supersets() {
        return Json.text(all.deepCopy().without(OURS));
    }

    /** Encrypted. */
    Optional<String> sealed() {
        return Optional.of(ours().path(SEALED).asText("")).filter(text -> !text.isEmpty());
    }

    void putFlags(Map<String, Object> row) {
        FLAGS.forEach(name -> row.put(name, ours().path(name).asBoolean(false)));
    }

    void putTexts(Map<String, Object> row) {
        TEXTS.forEach(name ->
                row.put(name, ours().path(name).isTextual() ? ours().path(name).asText() : null));
    }

    /** What the editor of SQL needs to know. */
    public void putLab(Map<String, Object> row) {
        putFlags(row);
        row.remove("impersonate_user");
        String forced = ours().path("force_ctas_schema").asText("");
        row.put("force_ctas_schema", forced.isBlank() ? null : forced);
        row.put(
                "allows_virtual_table_explore",
                all.path("allows_virtual_table_explore").asBoolean(true));
        row.put("disable_data_preview", all.path("disable_data_preview").asBoolean(false));
    }

    /** Schemas into which files may be loaded; empty where every schema is as good. */
    public List<String> uploadSchemas() {
        return StreamSupport.stream(all.path("schemas_allowed_for_file_upload").spliterator(), false)
                .map(JsonNode::asText)
                .filter(name -> !name.isBlank())
                .toList();
    }

    private ObjectNode ours() {
        return all.path(OURS) instanceof ObjectNode object ? object.deepCopy() : JsonNodeFactory.instance.objectNode();
    }
}
