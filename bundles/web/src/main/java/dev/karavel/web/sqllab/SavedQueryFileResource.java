package dev.karavel.web.sqllab;

import dev.karavel.api.catalog.ThingKind;
import dev.karavel.api.catalog.Trash;
import dev.karavel.api.catalog.Trashed;
import dev.karavel.api.error.ErrorCode;
import dev.karavel.api.error.KaravelException;
import dev.karavel.api.exchange.SavedQueryExchange;
import dev.karavel.api.security.Principal;
import dev.karavel.api.sqllab.SavedQueries;
import dev.karavel.api.sqllab.SavedQuery;
import dev.karavel.api.sqllab.SqlLab;
import dev.karavel.web.account.Journal;
import dev.karavel.web.chart.Attachment;
import dev.karavel.web.exchange.ImportAnswer;
import dev.karavel.web.gate.Visitor;
import dev.karavel.web.list.Ids;
import dev.karavel.web.rest.Needs;
import dev.karavel.web.rest.RestResource;
import dev.karavel.web.rest.Says;
import dev.karavel.web.upload.UploadForm;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Saved queries as files, in and out. */
@Component(service = SavedQueryFileResource.class)
@RestResource
@Path("saved_query")
public final class SavedQueryFileResource {
    private static final String VIEW = "SavedQuery";

    private final SavedQueries queries;
    private final SavedQueryExchange exchange;
    private final Trash trash;
    private final SqlLab lab;
    private final Journal journal;

    @Activate
    public SavedQueryFileResource(
            @Reference SavedQueries queries,
            @Reference SavedQueryExchange exchange,
            @Reference Trash trash,
            @Reference SqlLab lab,
            @Reference Journal journal) {
        this.queries = queries;
        this.exchange = exchange;
        this.trash = trash;
        this.lab = lab;
        this.journal = journal;
    }

    @GET
    @Path("export/")
    @Produces({"application/zip", MediaType.APPLICATION_JSON})
    @Needs(action = "can_export", view = VIEW)
    @Says("Saved queries as a ZIP: q=!(1,2)")
    public Response write(@QueryParam("q") String q, @Context SecurityContext context) {
        Principal principal = Visitor.principal(context);
        List<SavedQuery> wanted = new ArrayList<>();
        for (Long id : Ids.parse(q)) {
            wanted.add(queries.find(id)
                    .filter(query -> mine(query, principal))
                    .orElseThrow(() -> KaravelException.notFound("Saved query", id)));
        }
        StreamingOutput zip = out -> exchange.write(wanted, out);
        return Response.ok(zip, "application/zip")
                .header(HttpHeaders.CONTENT_DISPOSITION, Attachment.disposition("saved_query_export.zip"))
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .build();
    }

    @POST
    @Path("import/")
    @Consumes(MediaType.WILDCARD)
    @Produces(MediaType.APPLICATION_JSON)
    @Needs(action = "can_write", view = VIEW)
    @Says("Bring saved queries in from a ZIP: a form with formData and overwrite; 422 says what exists")
    public Response read(
            InputStream body, @HeaderParam(HttpHeaders.CONTENT_TYPE) String type, @Context SecurityContext context) {
        Principal principal = Visitor.principal(context);
        try (UploadForm form = UploadForm.read(type, body, ".zip")) {
            Map<String, SavedQuery> sent = exchange.read(form.file(), principal.userId());
            boolean overwrite = form.value("overwrite").map("true"::equals).orElse(false);
            sent.values().forEach(query -> lab.database(query.databaseId(), query.schema(), principal));
            Map<String, String> present = new LinkedHashMap<>();
            sent.forEach((file, query) -> {
                if (query.id() != 0 && !overwrite) {
                    present.put(file, ImportAnswer.exists("Saved Query"));
                }
            });
            if (!present.isEmpty()) {
                return ImportAnswer.asks("saved_query", Map.of(), present);
            }
            sent.values().forEach(query -> requireMine(query, principal));
            if (takenBack(sent.values(), principal)) {
                sent = exchange.read(form.file(), principal.userId());
            }
            sent.values()
                    .forEach(query -> journal.noteThing(
                            principal, "saved_query.import", queries.save(query).id()));
            return Response.ok(Map.of("message", "OK"), MediaType.APPLICATION_JSON_TYPE)
                    .build();
        }
    }

    /** What lies in the trash comes back, and is not made a second time. */
    private boolean takenBack(Collection<SavedQuery> sent, Principal principal) {
        List<Trashed> lying = sent.stream()
                .filter(query -> query.id() == 0)
                .flatMap(query -> trash.find(ThingKind.SAVED_QUERY, query.uuid()).stream())
                .toList();
        lying.stream()
                .filter(one -> !principal.isAdmin() && !one.owners().contains(principal.userId()))
                .findFirst()
                .ifPresent(one -> {
                    throw new KaravelException(
                            ErrorCode.FORBIDDEN,
                            "The saved query " + one.name()
                                    + " lies in the trash, and only its owner may have it back");
                });
        lying.forEach(one -> trash.restore(one.kind(), one.id()));
        return !lying.isEmpty();
    }

    private static void requireMine(SavedQuery query, Principal principal) {
        if (query.id() != 0 && !mine(query, principal)) {
            throw new KaravelException(
                    ErrorCode.FORBIDDEN, "The saved query " + query.label() + " exists already, and is not yours");
        }
    }

    private static boolean mine(SavedQuery query, Principal principal) {
        return query.userId() == principal.userId() || principal.isAdmin();
    }
}
