package dev.karavel.web.dataset;

import dev.karavel.api.catalog.Databases;
import dev.karavel.api.catalog.Dataset;
import dev.karavel.api.catalog.Datasets;
import dev.karavel.api.catalog.ListQuery;
import dev.karavel.api.catalog.Users;
import dev.karavel.api.error.KaravelException;
import dev.karavel.api.security.AccessControl;
import dev.karavel.api.security.Principal;
import dev.karavel.web.gate.Visitor;
import dev.karavel.web.list.Info;
import dev.karavel.web.list.Related;
import dev.karavel.web.rest.Needs;
import dev.karavel.web.rest.RestResource;
import dev.karavel.web.rest.Says;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What people can choose from in a list of datasets. */
@Component(service = DatasetChoicesResource.class)
@RestResource
@Path("dataset")
@Produces(MediaType.APPLICATION_JSON)
public final class DatasetChoicesResource {
    private final Datasets datasets;
    private final Databases databases;
    private final Users users;
    private final AccessControl access;

    @Activate
    public DatasetChoicesResource(
            @Reference Datasets datasets,
            @Reference Databases databases,
            @Reference Users users,
            @Reference AccessControl access) {
        this.datasets = datasets;
        this.databases = databases;
        this.users = users;
        this.access = access;
    }

    @GET
    @Path("_info")
    @Needs(action = "can_read", view = "Dataset")
    @Says("What the caller may do with datasets, and how their list filters")
    public Map<String, Object> info(@Context SecurityContext context) {
        Map<String, List<String>> filters = Map.of(
                "table_name", List.of("ct", "eq"),
                "schema", List.of("eq"),
                "database", List.of("rel_o_m"),
                "owners", List.of("rel_m_m"));
        return Info.of(access, Visitor.principal(context), "Dataset", filters);
    }

    @GET
    @Path("distinct/{column}")
    @Needs(action = "can_read", view = "Dataset")
    @Says("Distinct values of a column of the list: schema")
    public Map<String, Object> distinct(@PathParam("column") String column, @Context SecurityContext context) {
        if (!column.equals("schema")) {
            throw KaravelException.notFound("Column", column);
        }
        Principal principal = Visitor.principal(context);
        List<Dataset> all = datasets.list(ListQuery.everything()).items();
        return Related.answer(all.stream()
                .filter(dataset -> access.mayQuery(principal, dataset))
                .map(Dataset::schema)
                .flatMap(Optional::stream)
                .distinct()
                .sorted()
                .map(schema -> Related.row(schema, schema))
                .toList());
    }

    @GET
    @Path("related/{column}")
    @Needs(action = "can_read", view = "Dataset")
    @Says("Values for a column: owners, database")
    public Map<String, Object> related(
            @PathParam("column") String column, @QueryParam("q") String q, @Context SecurityContext context) {
        return switch (column) {
            case "owners", "created_by", "changed_by" -> Related.people(users, q);
            case "database" -> databases(Visitor.principal(context));
            default -> throw KaravelException.notFound("Column", column);
        };
    }

    private Map<String, Object> databases(Principal principal) {
        List<Long> used = datasets.list(ListQuery.everything()).items().stream()
                .filter(dataset -> access.mayQuery(principal, dataset))
                .map(Dataset::databaseId)
                .distinct()
                .toList();
        return Related.answer(databases.find(used).stream()
                .map(database -> Related.row(database.id(), database.name()))
                .toList());
    }
}
