package dev.karavel.web.sqllab;

import com.fasterxml.jackson.databind.JsonNode;
import dev.karavel.api.error.ErrorCode;
import dev.karavel.api.error.KaravelException;
import dev.karavel.api.query.TableFormats;
import dev.karavel.api.security.Principal;
import dev.karavel.api.sqllab.LabQuery;
import dev.karavel.api.sqllab.LabResult;
import dev.karavel.api.sqllab.SqlLab;
import dev.karavel.web.account.Journal;
import dev.karavel.web.gate.Visitor;
import dev.karavel.web.json.Fields;
import dev.karavel.web.rest.Needs;
import dev.karavel.web.rest.RestResource;
import dev.karavel.web.rest.Says;
import dev.karavel.web.rison.Rison;
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
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Runs what people type, and gives the results. */
@Component(service = ExecuteResource.class)
@RestResource
@Path("sqllab")
@Consumes(MediaType.APPLICATION_JSON)
public final class ExecuteResource {
    private static final String VIEW = "SQLLab";
    private static final String COLUMNS = "application/vnd.karavel.columns+json";

    private final SqlLab lab;
    private final LabFinder finder;
    private final LabQueryRows rows;
    private final TableFormats formats;
    private final Journal journal;

    @Activate
    public ExecuteResource(
            @Reference SqlLab lab,
            @Reference LabFinder finder,
            @Reference LabQueryRows rows,
            @Reference TableFormats formats,
            @Reference Journal journal) {
        this.lab = lab;
        this.finder = finder;
        this.rows = rows;
        this.formats = formats;
        this.journal = journal;
    }

    @POST
    @Path("execute/")
    @Produces({MediaType.APPLICATION_JSON, COLUMNS})
    @Needs(action = "can_execute_sql_query", view = VIEW)
    @Says(
            value = "Run statements: 200 with the result, 202 if they go on in the background",
            body = {
                "database_id*",
                "sql*",
                "schema",
                "catalog",
                "client_id",
                "runAsync",
                "asyncAfter",
                "queryLimit",
                "select_as_cta",
                "ctas_method",
                "tmp_table_name",
                "templateParams",
                "tab",
                "sql_editor_id",
                "json",
                "expand_data"
            })
    public Response execute(
            JsonNode body, @HeaderParam(HttpHeaders.ACCEPT) String types, @Context SecurityContext context) {
        Principal principal = Visitor.principal(context);
        LabOrder wanted = LabOrder.of(new Fields(body), lab.bounds());
        LabQuery query = lab.submit(wanted.order(), principal);
        journal.noteThing(principal, "sqllab.execute", query.id());
        LabQuery now = wanted.patience().isZero() ? query : lab.await(query, wanted.patience());
        return switch (now.course().state()) {
            case SUCCESS -> answer(now, lab.bounds().shown(), types);
            case PENDING, RUNNING, SCHEDULED ->
                json(Response.status(Response.Status.ACCEPTED).entity(Map.of("query", rows.editor(now))));
            default ->
                // of one that another node ended there is no more than the message
                throw new KaravelException(
                        ErrorCode.CANCELLED, now.course().error().orElse("The query was stopped"));
        };
    }

    @GET
    @Path("results/")
    @Produces({MediaType.APPLICATION_JSON, COLUMNS})
    @Needs(action = "can_get_results", view = VIEW)
    @Says("The kept result of a query: q=(key:'…',rows:1000)")
    public Response results(
            @QueryParam("q") String q,
            @HeaderParam(HttpHeaders.ACCEPT) String types,
            @Context SecurityContext context) {
        Map<?, ?> asked = q != null && Rison.parse(q) instanceof Map<?, ?> map ? map : Map.of();
        if (!(asked.get("key") instanceof String key)) {
            throw KaravelException.invalid("key", "Name the result: q=(key:'…')");
        }
        int shown = asked.get("rows") instanceof Number number && number.longValue() > 0
                ? (int) Math.min(number.longValue(), lab.bounds().shown())
                : lab.bounds().shown();
        return answer(finder.byResultsKey(key, Visitor.principal(context)), shown, types);
    }

    private Response answer(LabQuery query, int shown, String types) {
        boolean columnar = types != null && types.contains(COLUMNS);
        Optional<LabResult> result = query.course().resultsKey().map(key -> lab.result(query));
        try {
            ResultBody body = ResultBody.of(rows.editor(query), result, columnar, shown, formats);
            return Response.ok(body, columnar ? COLUMNS : MediaType.APPLICATION_JSON)
                    .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                    .header(HttpHeaders.VARY, "Accept")
                    .build();
        } catch (IOException e) {
            throw new UncheckedIOException("A result cannot be read", e);
        }
    }

    private static Response json(Response.ResponseBuilder response) {
        return response.type(MediaType.APPLICATION_JSON).build();
    }
}
