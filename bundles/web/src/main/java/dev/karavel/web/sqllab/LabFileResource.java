package dev.karavel.web.sqllab;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.karavel.api.error.KaravelException;
import dev.karavel.api.query.Download;
import dev.karavel.api.query.ResultFormat;
import dev.karavel.api.security.Principal;
import dev.karavel.api.sqllab.LabQuery;
import dev.karavel.api.sqllab.SqlLab;
import dev.karavel.web.account.Journal;
import dev.karavel.web.chart.Attachment;
import dev.karavel.web.gate.Visitor;
import dev.karavel.web.json.Fields;
import dev.karavel.web.rest.Needs;
import dev.karavel.web.rest.RestResource;
import dev.karavel.web.rest.Says;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Results as files. */
@Component(service = LabFileResource.class)
@RestResource
@Path("sqllab")
public final class LabFileResource {
    private static final String EXPORT = "can_export_csv";
    private static final String VIEW = "SQLLab";

    private final SqlLab lab;
    private final LabFinder finder;
    private final Journal journal;

    @Activate
    public LabFileResource(@Reference SqlLab lab, @Reference LabFinder finder, @Reference Journal journal) {
        this.lab = lab;
        this.finder = finder;
        this.journal = journal;
    }

    @GET
    @Path("export/{client_id}/")
    @Needs(action = EXPORT, view = VIEW)
    @Says("The result of a query as a file: format=csv, xlsx, records, arrow")
    public Response export(
            @PathParam("client_id") String clientId,
            @QueryParam("format") @DefaultValue("csv") String format,
            @Context SecurityContext context) {
        Principal principal = Visitor.principal(context);
        LabQuery query = finder.byClientId(clientId, principal);
        journal.noteThing(principal, "sqllab.export", query.id());
        return sent(lab.export(query, format(format), principal));
    }

    @POST
    @Path("export_streaming/")
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(action = EXPORT, view = VIEW)
    @Says(
            value = "All rows of a query as a file, without its limit, row by row",
            body = {"client_id*", "format", "filename"})
    public Response exportAll(JsonNode body, @Context SecurityContext context) {
        Fields fields = new Fields(body);
        Principal principal = Visitor.principal(context);
        LabQuery query = finder.byClientId(fields.requiredText("client_id"), principal);
        String name = fields.filledText("filename", Optional.empty())
                .map(text -> text.replaceFirst("(?i)[.](csv|xlsx)$", ""))
                .orElse(
                        query.question().tab().isBlank()
                                ? "query"
                                : query.question().tab());
        journal.noteThing(principal, "sqllab.export_all", query.id());
        return sent(lab.exportAll(query, format(fields.text("format", "csv")), name, principal));
    }

    @POST
    @Path("export_streaming/")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Needs(action = EXPORT, view = VIEW)
    @Says("The same, sent by a form")
    public Response exportForm(
            @FormParam("client_id") String clientId,
            @FormParam("format") String format,
            @FormParam("filename") String filename,
            @Context SecurityContext context) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("client_id", clientId == null ? "" : clientId);
        body.put("format", format == null ? "csv" : format);
        body.put("filename", filename == null ? "" : filename);
        return exportAll(body, context);
    }

    private static Response sent(Download download) {
        return Attachment.respond(download);
    }

    private static ResultFormat format(String word) {
        return ResultFormat.of(word)
                .filter(format -> !format.kept() || format == ResultFormat.ARROW)
                .orElseThrow(
                        () -> KaravelException.invalid("format", "format is csv, xlsx, records or arrow, not " + word));
    }
}
