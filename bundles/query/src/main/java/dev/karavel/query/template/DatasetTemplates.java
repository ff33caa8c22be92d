package dev.karavel.query.template;

import dev.karavel.api.catalog.Database;
import dev.karavel.api.catalog.Dataset;
import dev.karavel.api.catalog.DatasetSettings;
import dev.karavel.api.catalog.Datasets;
import dev.karavel.api.catalog.Stamp;
import dev.karavel.api.catalog.Users;
import dev.karavel.api.query.TypedStatements.Ready;
import dev.karavel.api.query.TypedStatements.Typed;
import dev.karavel.api.query.VirtualDatasets;
import dev.karavel.api.security.AccessControl;
import dev.karavel.api.security.Principal;
import dev.karavel.api.sql.SqlRunner;
import dev.karavel.api.sql.Warehouses;
import dev.karavel.api.template.Templates;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Templates in the SQL of datasets and questions. */
@Component(
        service = {DatasetTemplates.class, VirtualDatasets.class},
        configurationPid = "dev.karavel.query")
public final class DatasetTemplates implements VirtualDatasets {
    @interface Switch {
        /** Whether templates are rendered; else they are refused with the SQL they stand in. */
        boolean templates() default true;
    }

    private final Expansion.Services services;

    @Activate
    public DatasetTemplates(
            @Reference Templates templates,
            @Reference Users users,
            @Reference Datasets datasets,
            @Reference AccessControl access,
            @Reference SqlRunner runner,
            @Reference Warehouses warehouses,
            @Reference PhysicalTables tables,
            Switch config) {
        this(new Expansion.Services(
                config.templates() ? templates : new NoTemplates(templates),
                users,
                datasets,
                access,
                runner,
                warehouses,
                new TableRights(tables, access, warehouses)));
    }

    private DatasetTemplates(Expansion.Services services) {
        this.services = services;
    }

    /** @param rendering whether templates are switched on */
    public static DatasetTemplates of(
            boolean rendering,
            Templates templates,
            Users users,
            Datasets datasets,
            AccessControl access,
            SqlRunner runner,
            Warehouses warehouses,
            PhysicalTables tables) {
        return new DatasetTemplates(new Expansion.Services(
                rendering ? templates : new NoTemplates(templates),
                users,
                datasets,
                access,
                runner,
                warehouses,
                new TableRights(tables, access, warehouses)));
    }

    public Expanded expand(Occasion occasion) {
        return new Expansion(services).run(occasion);
    }

    /** Statements somebody typed, which belong to no dataset. */
    List<Ready> script(Typed typed, ScriptInspection inspection) {
        DatasetSettings settings = new DatasetSettings(
                0, typed.templateParams(), Optional.empty(), false, false, Optional.empty(), true, Optional.empty());
        Dataset dataset = new Dataset(
                        0,
                        new UUID(0, 0),
                        0,
                        typed.database().id(),
                        typed.schema(),
                        "query",
                        Optional.of(typed.script()),
                        Optional.empty(),
                        "",
                        Optional.empty(),
                        List.of(),
                        List.of(),
                        Set.of(),
                        "{}",
                        Stamp.none())
                .withSettings(settings);
        Occasion occasion = Occasion.of(typed.database(), dataset, typed.principal());
        return new Expansion(services).script(occasion, typed, inspection);
    }

    @Override
    public Dataset readable(Database database, Dataset dataset, Principal principal) {
        return new Expansion(services).readable(Occasion.of(database, dataset, principal));
    }
}
