package dev.karavel.web.sqllab;

import dev.karavel.api.catalog.Stamp;
import dev.karavel.api.security.Principal;
import dev.karavel.api.sqllab.SavedQuery;
import dev.karavel.api.sqllab.SqlLab;
import dev.karavel.web.json.Fields;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Saved queries as they are sent. */
@Component(service = SavedQueryDraft.class)
public final class SavedQueryDraft {
    private final SqlLab lab;

    @Activate
    public SavedQueryDraft(@Reference SqlLab lab) {
        this.lab = lab;
    }

    SavedQuery created(Fields fields, Principal principal) {
        fields.requiredText("label");
        fields.requiredText("sql");
        fields.requiredWhole("db_id");
        SavedQuery fresh = new SavedQuery(
                0,
                UUID.randomUUID(),
                0,
                principal.userId(),
                0,
                Optional.empty(),
                Optional.empty(),
                "",
                "",
                "",
                "",
                "{}",
                Optional.empty(),
                Stamp.none());
        return changed(fresh, fields, principal);
    }

    SavedQuery changed(SavedQuery old, Fields fields, Principal principal) {
        fields.requireVersion(old.version());
        Optional<String> schema = fields.filledText("schema", old.schema());
        long database = fields.whole("db_id", Optional.of(old.databaseId())).orElse(old.databaseId());
        if (database != old.databaseId()) {
            lab.database(database, schema, principal);
        }
        return new SavedQuery(
                old.id(),
                old.uuid(),
                old.version(),
                old.userId(),
                database,
                fields.filledText("catalog", old.catalog()),
                schema,
                fields.text("label", old.label()),
                fields.text("description", old.description()),
                fields.text("sql", old.sql()),
                fields.jsonText(
                                "template_parameters",
                                Optional.of(old.templateParameters()).filter(text -> !text.isEmpty()))
                        .orElse(""),
                fields.jsonText("extra_json", old.extra()),
                old.lastRun(),
                old.stamp().by(principal.userId()));
    }
}
