package dev.karavel.web.chart;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import dev.karavel.api.error.KaravelException;
import dev.karavel.api.query.ChartAnswer;
import dev.karavel.api.query.QueryService;
import dev.karavel.api.query.ResultFormat;
import dev.karavel.api.security.Principal;
import dev.karavel.web.gate.Visitor;
import dev.karavel.web.json.Fields;
import dev.karavel.web.rest.Needs;
import dev.karavel.web.rest.RestResource;
import dev.karavel.web.rest.Says;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * What is at hand for the many questions of a dashboard, in one answer. It never waits for a warehouse; what is not kept, or fails,
 * is left to the question about that chart alone.
 */
@Component(service = KeptDataResource.class)
@RestResource
@Path("karavel/kept_data")
@Consumes(MediaType.APPLICATION_JSON)
public final class KeptDataResource {
    private static final String LINES = "application/x-ndjson";
    private static final int MOST_QUESTIONS = 200;
    private static final byte[] NOTHING = "null".getBytes(UTF_8);

    private final QueryService queries;

    @Activate
    public KeptDataResource(@Reference QueryService queries) {
        this.queries = queries;
    }

    @POST
    @Produces(LINES)
    @Needs(action = "can_read", view = "Chart")
    @Says(
            value =
                    "Answers that are in the cache, a line for each question: what chart/data would answer by columns, or null",
            body = "questions")
    public Response kept(
            JsonNode body,
            @HeaderParam(HttpHeaders.ACCEPT_ENCODING) String encodings,
            @Context SecurityContext context) {
        Principal principal = Visitor.principal(context);
        List<Optional<ChartAnswer>> answers = new ArrayList<>();
        for (JsonNode question : new Fields(body).list("questions")) {
            if (answers.size() == MOST_QUESTIONS) {
                throw KaravelException.invalid("questions", "At most " + MOST_QUESTIONS + " questions at once");
            }
            answers.add(kept(question, principal));
        }
        boolean gzip = StoredBytes.acceptsGzip(encodings);
        StreamingOutput lines = out -> {
            try (OutputStream sent = gzip ? new QuickGzip(out) : out) {
                for (Optional<ChartAnswer> answer : answers) {
                    write(answer, sent);
                }
            }
        };
        Response.ResponseBuilder response = Response.ok(lines, LINES)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(HttpHeaders.VARY, "Accept-Encoding");
        return gzip ? response.header(HttpHeaders.CONTENT_ENCODING, "gzip").build() : response.build();
    }

    private Optional<ChartAnswer> kept(JsonNode question, Principal principal) {
        try {
            return queries.kept(DataRequest.of(question, "").chart(), ResultFormat.COLUMNS, principal);
        } catch (KaravelException e) {
            // It is told to whoever asks about that chart.
            return Optional.empty();
        }
    }

    /** An answer is JSON without line breaks. */
    private static void write(Optional<ChartAnswer> answer, OutputStream out) throws IOException {
        if (answer.isEmpty()) {
            out.write(NOTHING);
        } else {
            try (GZIPInputStream in =
                    new GZIPInputStream(new ByteArrayInputStream(answer.get().gzip()), 8192)) {
                in.transferTo(out);
            }
        }
        out.write('\n');
    }

    /** Many answers are the same words again and again: the lightest compression does. */
    private static final class QuickGzip extends GZIPOutputStream {
        QuickGzip(OutputStream out) throws IOException {
            super(out, 8192);
            def.setLevel(1);
        }
    }
}
