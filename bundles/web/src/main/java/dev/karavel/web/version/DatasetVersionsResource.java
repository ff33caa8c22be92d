package dev.karavel.web.version;

import dev.karavel.api.catalog.Dataset;
import dev.karavel.api.catalog.Datasets;
import dev.karavel.api.catalog.ThingKind;
import dev.karavel.api.error.KaravelException;
import dev.karavel.api.security.Principal;
import dev.karavel.web.account.Journal;
import dev.karavel.web.dataset.DatasetRestore;
import dev.karavel.web.dataset.DatasetRows;
import dev.karavel.web.gate.Visitor;
import dev.karavel.web.rest.Needs;
import dev.karavel.web.rest.RestResource;
import dev.karavel.web.rest.Says;
import dev.karavel.web.thing.Things;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What a dataset looked like, and how to have it back. Whose it is and who may see it stay as they are. */
@Component(service = DatasetVersionsResource.class)
@RestResource
@Path("dataset")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.WILDCARD)
public final class DatasetVersionsResource {
    private static final ThingKind KIND = ThingKind.DATASET;

    private final VersionRows versions;
    private final Things things;
    private final Datasets datasets;
    private final DatasetRows rows;
    private final Journal journal;
    private final DatasetRestore restore;

    @Activate
    public DatasetVersionsResource(
            @Reference VersionRows versions,
            @Reference Things things,
            @Reference Datasets datasets,
            @Reference DatasetRows rows,
            @Reference Journal journal,
            @Reference DatasetRestore restore) {
        this.versions = versions;
        this.things = things;
        this.datasets = datasets;
        this.rows = rows;
        this.journal = journal;
        this.restore = restore;
    }

    @GET
    @Path("{id: \\d{1,18}}/versions/")
    @Needs(action = "can_read", view = "Dataset")
    @Says("Who saved a dataset when, and how many places of which field they changed; newest first")
    public Map<String, Object> list(@PathParam("id") long id, @Context SecurityContext context) {
        things.visible(KIND, id, Visitor.principal(context));
        return versions.list(KIND, id);
    }

    @GET
    @Path("{id: \\d{1,18}}/versions/{version: \\d{1,9}}")
    @Needs(action = "can_read", view = "Dataset")
    @Says("A dataset as it was saved then")
    public Map<String, Object> one(
            @PathParam("id") long id, @PathParam("version") int version, @Context SecurityContext context) {
        Principal principal = Visitor.principal(context);
        things.visible(KIND, id, principal);
        return Map.of(
                "id", id, "version", version, "result", rows.one(versions.find(KIND, Dataset.class, id, version)));
    }

    @POST
    @Path("{id: \\d{1,18}}/versions/{version: \\d{1,9}}/restore")
    @Consumes(MediaType.WILDCARD)
    @Needs(action = "can_write", view = "Dataset")
    @Says("Save a dataset as it was then; what it is now stays in its history")
    public Map<String, Object> restore(
            @PathParam("id") long id, @PathParam("version") int version, @Context SecurityContext context) {
        Principal principal = Visitor.principal(context);
        things.editable(KIND, id, principal);
        Dataset now = datasets.find(id).orElseThrow(() -> KaravelException.notFound("Dataset", id));
        Dataset saved =
                datasets.save(restore.restored(now, versions.find(KIND, Dataset.class, id, version), principal));
        journal.noteThing(principal, "dataset_restored", id);
        return Map.of("id", id, "result", rows.one(saved));
    }
}
