package dev.karavel.query.template;

import dev.karavel.api.query.TypedStatements;
import dev.karavel.api.sql.SqlInspector;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What people type into SQL Lab, with the macros, rights and row rules charts have. */
@Component
public final class ScriptTemplates implements TypedStatements {
    private final DatasetTemplates templates;
    private final ScriptInspection inspection;

    @Activate
    public ScriptTemplates(@Reference DatasetTemplates templates, @Reference SqlInspector inspector) {
        this.templates = templates;
        inspection = new ScriptInspection(inspector);
    }

    @Override
    public List<Ready> prepare(Typed typed) {
        return templates.script(typed, inspection);
    }
}
