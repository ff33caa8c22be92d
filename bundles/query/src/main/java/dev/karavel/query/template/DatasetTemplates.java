package dev.karavel.query.template;

import dev.karavel.api.catalog.Database;
import dev.karavel.api.catalog.Dataset;
import dev.karavel.api.catalog.Datasets;
import dev.karavel.api.catalog.Users;
import dev.karavel.api.query.VirtualDatasets;
import dev.karavel.api.security.AccessControl;
import dev.karavel.api.security.Principal;
import dev.karavel.api.sql.SqlRunner;
import dev.karavel.api.sql.Warehouses;
import dev.karavel.api.template.Templates;
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

    @Override
    public Dataset readable(Database database, Dataset dataset, Principal principal) {
        return new Expansion(services).readable(Occasion.of(database, dataset, principal));
    }
}
