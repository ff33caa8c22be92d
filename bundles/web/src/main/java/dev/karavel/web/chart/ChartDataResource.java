package dev.karavel.web.chart;

import com.fasterxml.jackson.databind.JsonNode;
import dev.karavel.api.error.ErrorCode;
import dev.karavel.api.error.KaravelException;
import dev.karavel.api.query.ChartRequest;
import dev.karavel.api.query.QueryService;
import dev.karavel.api.query.ResultFormat;
import dev.karavel.api.security.Principal;
import dev.karavel.web.gate.Visitor;
import dev.karavel.web.gate.WebSettings;
import dev.karavel.web.json.Fields;
import dev.karavel.web.rest.Needs;
import dev.karavel.web.rest.RestResource;
import dev.karavel.web.rest.Says;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The data of charts. Stored answers leave as they lie in the cache: compressed once, with an entity tag. */
@Component(service = ChartDataResource.class)
@RestResource
@Path("chart")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class ChartDataResource {
    private static final String COLUMNS = "application/vnd.karavel.columns+json";
    private static final String ARROW = "application/vnd.apache.arrow.stream";
    private static final String CSV = "text/csv";
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final String ZIP = "application/zip";

    private final QueryService queries;
    private final WebSettings settings;
    private final AnswerDesk desk;
    private final ChannelToken channels;

    @Activate
    public ChartDataResource(
            @Reference QueryService queries,
            @Reference WebSettings settings,
            @Reference AnswerDesk desk,
            @Reference ChannelToken channels) {
        this.queries = queries;
        this.settings = settings;
        this.desk = desk;
        this.channels = channels;
    }

    @POST
    @Path("data")
    @Produces({MediaType.APPLICATION_JSON, COLUMNS, ARROW, CSV, XLSX, ZIP})
    @Needs(action = "can_read", view = "Chart")
    @Says(
            value = "Data for a query context, or for form data alone",
            body = {
                "datasource",
                "force",
                "result_type",
                "result_format",
                "form_data",
                "queries",
                "custom_cache_timeout",
                "stale",
                "revalidate",
                "all_rows",
                "async"
            })
    public Response data(
            JsonNode body,
            @HeaderParam(HttpHeaders.ACCEPT) String types,
            @HeaderParam(HttpHeaders.ACCEPT_ENCODING) String encodings,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) String known,
            @Context SecurityContext context) {
        DataRequest request = DataRequest.of(body, types);
        if (new Fields(body).flag("all_rows", false)) {
            return export(request, context);
        }
        Optional<Duration> patience = Patience.of(body);
        return patience.isPresent() && request.format().kept()
                ? inTime(request, patience.get(), encodings, known, context)
                : answer(request, encodings, known, context);
    }

    private Response inTime(
            DataRequest request, Duration patience, String encodings, String known, SecurityContext context) {
        Principal principal = Visitor.principal(context);
        long begin = System.nanoTime();
        AnswerDesk.Reply reply = desk.reply(request, principal, patience);
        if (reply.task().isPresent()) {
            return Response.accepted(JobRows.of(reply.task().get()))
                    .header(HttpHeaders.SET_COOKIE, channels.cookie(principal.userId(), context.isSecure()))
                    .build();
        }
        Response response = StoredBytes.respond(
                reply.answer()
                        .orElseThrow(() ->
                                new KaravelException(ErrorCode.WAREHOUSE_TIMEOUT, "The answer did not come in time")),
                encodings,
                known);
        response.getHeaders().putSingle("Server-Timing", timing(System.nanoTime() - begin));
        return response;
    }

    @GET
    @Path("{id: \\d{1,18}}/data/")
    @Produces({MediaType.APPLICATION_JSON, COLUMNS, ARROW, CSV, XLSX, ZIP})
    @Needs(action = "can_read", view = "Chart")
    @Says("Data of a saved chart")
    public Response ofChart(
            @PathParam("id") long id,
            @QueryParam("force") @DefaultValue("false") boolean force,
            @QueryParam("format") @DefaultValue("") String format,
            @QueryParam("type") @DefaultValue("full") String type,
            @QueryParam("all_rows") @DefaultValue("false") boolean allRows,
            @HeaderParam(HttpHeaders.ACCEPT) String types,
            @HeaderParam(HttpHeaders.ACCEPT_ENCODING) String encodings,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) String known,
            @Context SecurityContext context) {
        ChartRequest request = new ChartRequest(
                Optional.of(id),
                Optional.empty(),
                Map.of(),
                List.of(),
                DataRequest.resultType(type),
                force,
                Optional.empty());
        DataRequest data = new DataRequest(request, DataRequest.format(format, types));
        return allRows ? export(data, context) : answer(data, encodings, known, context);
    }

    private Response export(DataRequest request, SecurityContext context) {
        if (request.format().kept() && request.format() != ResultFormat.ARROW) {
            throw KaravelException.invalid("all_rows", "All rows are sent as csv, xlsx, records or arrow");
        }
        return Attachment.respond(queries.export(request.chart(), request.format(), Visitor.principal(context)));
    }

    private Response answer(DataRequest request, String encodings, String known, SecurityContext context) {
        Principal principal = Visitor.principal(context);
        Instant deadline = Instant.now().plus(settings.queryTimeout());
        long begin = System.nanoTime();
        Response response = request.format().kept()
                ? StoredBytes.respond(
                        queries.answer(request.chart(), request.format(), principal, deadline), encodings, known)
                : Attachment.respond(queries.download(request.chart(), request.format(), principal, deadline));
        response.getHeaders().putSingle("Server-Timing", timing(System.nanoTime() - begin));
        return response;
    }

    /** How long the answer took beside parsing the request and sending: browsers show it, and it tells the two apart. */
    private static String timing(long nanos) {
        return "answer;dur=" + BigDecimal.valueOf(nanos / 1_000, 3);
    }
}
