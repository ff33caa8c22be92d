package dev.karavel.web.dataset;

import com.fasterxml.jackson.databind.JsonNode;
import dev.karavel.api.catalog.Chart;
import dev.karavel.api.catalog.Charts;
import dev.karavel.api.catalog.Dataset;
import dev.karavel.api.catalog.Datasets;
import dev.karavel.api.catalog.Page;
import dev.karavel.api.error.ErrorCode;
import dev.karavel.api.error.KaravelException;
import dev.karavel.api.security.AccessControl;
import dev.karavel.api.security.Principal;
import dev.karavel.web.account.Journal;
import dev.karavel.web.gate.Visitor;
import dev.karavel.web.json.Fields;
import dev.karavel.web.list.Ids;
import dev.karavel.web.list.ListRequest;
import dev.karavel.web.rest.Needs;
import dev.karavel.web.rest.RestResource;
import dev.karavel.web.rest.Says;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Datasets. */
@Component(service = DatasetResource.class)
@RestResource
@Path("dataset")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class DatasetResource {
    private static final List<String> ORDER = List.of(
            "table_name", "schema", "database.database_name", "changed_by.first_name", "changed_on_delta_humanized");
    private static final String VIEW = "Dataset";

    private final Datasets datasets;
    private final DatasetRows rows;
    private final DatasetDraft draft;
    private final Charts charts;
    private final AccessControl access;
    private final Journal journal;

    @Activate
    public DatasetResource(
            @Reference Datasets datasets,
            @Reference DatasetRows rows,
            @Reference DatasetDraft draft,
            @Reference Charts charts,
            @Reference AccessControl access,
            @Reference Journal journal) {
        this.datasets = datasets;
        this.rows = rows;
        this.draft = draft;
        this.charts = charts;
        this.access = access;
        this.journal = journal;
    }

    @GET
    @Needs(action = "can_read", view = VIEW)
    @Says("Datasets the caller may query")
    public Map<String, Object> list(@QueryParam("q") String q, @Context SecurityContext context) {
        Principal principal = Visitor.principal(context);
        ListRequest request = ListRequest.parse(q);
        Page<Dataset> page = datasets.list(request.query(access.visibility(principal), principal));
        return request.answer("List Datasets", ORDER, page, rows.list(page.items()));
    }

    @GET
    @Path("{id: \\d{1,18}}")
    @Needs(action = "can_read", view = VIEW)
    @Says("One dataset with its columns and metrics")
    public Map<String, Object> one(@PathParam("id") long id, @Context SecurityContext context) {
        return Map.of("id", id, "result", rows.one(queryable(id, Visitor.principal(context))));
    }

    @GET
    @Path("{id: \\d{1,18}}/related_objects")
    @Needs(action = "can_read", view = VIEW)
    @Says("The charts made from a dataset")
    public Map<String, Object> related(@PathParam("id") long id, @Context SecurityContext context) {
        queryable(id, Visitor.principal(context));
        List<Chart> made = charts.ofDataset(id);
        List<Map<String, Object>> result = made.stream()
                .map(chart -> Map.<String, Object>of(
                        "id", chart.id(), "slice_name", chart.name(), "viz_type", chart.vizType()))
                .toList();
        return Map.of("charts", Map.of("count", made.size(), "result", result));
    }

    @POST
    @Needs(action = "can_write", view = VIEW)
    @Says(
            value = "Make a dataset from a table or a statement",
            body = {
                "database*",
                "table_name*",
                "schema",
                "sql",
                "owners",
                "description",
                "offset",
                "template_params",
                "fetch_values_predicate",
                "always_filter_main_dttm",
                "normalize_columns",
                "catalog",
                "filter_select_enabled",
                "time_zone"
            })
    public Response create(JsonNode body, @Context SecurityContext context) {
        Principal principal = Visitor.principal(context);
        Dataset saved = draft.create(new Fields(body), principal);
        journal.noteThing(principal, "dataset_created", saved.id());
        return Response.status(Response.Status.CREATED)
                .entity(Map.of("id", saved.id(), "result", rows.one(saved)))
                .build();
    }

    @PUT
    @Path("{id: \\d{1,18}}")
    @Needs(action = "can_write", view = VIEW)
    @Says(
            value = "Change a dataset; override_columns=true reads its columns anew",
            body = {
                "table_name",
                "schema",
                "sql",
                "database_id",
                "version",
                "main_dttm_col",
                "description",
                "cache_timeout",
                "columns",
                "metrics",
                "owners",
                "extra",
                "offset",
                "template_params",
                "fetch_values_predicate",
                "always_filter_main_dttm",
                "normalize_columns",
                "catalog",
                "filter_select_enabled",
                "time_zone"
            })
    public Map<String, Object> change(
            @PathParam("id") long id,
            @QueryParam("override_columns") boolean override,
            JsonNode body,
            @Context SecurityContext context) {
        Principal principal = Visitor.principal(context);
        Dataset saved = draft.change(editable(id, principal), new Fields(body), override, principal);
        journal.noteThing(principal, "dataset_changed", id);
        return Map.of("id", id, "result", rows.one(saved));
    }

    @PUT
    @Path("{id: \\d{1,18}}/refresh")
    @Consumes(MediaType.WILDCARD)
    @Needs(action = "can_write", view = VIEW)
    @Says("Read the columns of a dataset from its warehouse again")
    public Map<String, Object> refresh(@PathParam("id") long id, @Context SecurityContext context) {
        Principal principal = Visitor.principal(context);
        draft.refresh(editable(id, principal), principal);
        journal.noteThing(principal, "dataset_refreshed", id);
        return Map.of("message", "OK");
    }

    @GET
    @Path("{id: \\d{1,18}}/source_changes")
    @Needs(action = "can_write", view = VIEW)
    @Says("What reading the columns from the warehouse again would add, remove and change")
    public Map<String, Object> sourceChanges(@PathParam("id") long id, @Context SecurityContext context) {
        Principal principal = Visitor.principal(context);
        return Map.of(
                "result", draft.changes(editable(id, principal), principal).row());
    }

    @DELETE
    @Path("{id: \\d{1,18}}")
    @Needs(action = "can_write", view = VIEW)
    @Says("Delete a dataset")
    public Map<String, Object> delete(@PathParam("id") long id, @Context SecurityContext context) {
        Principal principal = Visitor.principal(context);
        datasets.delete(editable(id, principal).id());
        journal.noteThing(principal, "dataset_deleted", id);
        return Map.of("message", "OK");
    }

    @DELETE
    @Needs(action = "can_write", view = VIEW)
    @Says("Delete several datasets: q=!(1,2)")
    public Map<String, Object> deleteSome(@QueryParam("q") String q, @Context SecurityContext context) {
        Principal principal = Visitor.principal(context);
        List<Dataset> doomed = new ArrayList<>();
        Ids.parse(q).forEach(id -> doomed.add(editable(id, principal)));
        doomed.forEach(dataset -> {
            datasets.delete(dataset.id());
            journal.noteThing(principal, "dataset_deleted", dataset.id());
        });
        return Map.of("message", "Deleted " + doomed.size() + (doomed.size() == 1 ? " dataset" : " datasets"));
    }

    private Dataset queryable(long id, Principal principal) {
        return datasets.find(id)
                .filter(dataset -> access.mayQuery(principal, dataset))
                .orElseThrow(() -> KaravelException.notFound(VIEW, id));
    }

    private Dataset editable(long id, Principal principal) {
        Dataset dataset = queryable(id, principal);
        if (!access.mayEdit(principal, dataset.owners())) {
            throw new KaravelException(ErrorCode.FORBIDDEN, "Only its owners may change this dataset");
        }
        return dataset;
    }
}
