package dev.karavel.web.exchange;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.karavel.api.error.KaravelException;
import dev.karavel.api.exchange.AssetExchange;
import dev.karavel.api.exchange.AssetKind;
import dev.karavel.api.exchange.GivenSecrets;
import dev.karavel.api.exchange.ImportOutcome;
import dev.karavel.api.security.Principal;
import dev.karavel.web.account.Journal;
import dev.karavel.web.chart.Attachment;
import dev.karavel.web.gate.Visitor;
import dev.karavel.web.json.Json;
import dev.karavel.web.list.Ids;
import dev.karavel.web.upload.UploadForm;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.InputStream;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What the routes for files of assets share. */
@Component(service = AssetFiles.class)
public final class AssetFiles {
    private static final int UNPROCESSABLE = 422;

    private final AssetExchange exchange;
    private final Journal journal;

    @Activate
    public AssetFiles(@Reference AssetExchange exchange, @Reference Journal journal) {
        this.exchange = exchange;
        this.journal = journal;
    }

    Response write(AssetKind kind, String q, SecurityContext context) {
        List<Long> ids = Ids.parse(q);
        if (ids.isEmpty() && kind != AssetKind.ASSETS) {
            throw KaravelException.invalid("q", "Say which ones: q=!(1,2)");
        }
        Principal principal = Visitor.principal(context);
        AssetExchange.Export export = exchange.export(kind, ids, principal);
        journal.note(principal, kind.word() + ".export");
        StreamingOutput zip = export::writeTo;
        return Response.ok(zip, "application/zip")
                .header(HttpHeaders.CONTENT_DISPOSITION, Attachment.disposition(export.fileName()))
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .build();
    }

    Response read(AssetKind kind, InputStream body, String type, SecurityContext context) {
        Principal principal = Visitor.principal(context);
        try (UploadForm form = UploadForm.read(type, body, ".zip")) {
            GivenSecrets secrets = new GivenSecrets(
                    texts(form, "passwords"),
                    texts(form, "ssh_tunnel_passwords"),
                    texts(form, "ssh_tunnel_private_keys"),
                    texts(form, "ssh_tunnel_private_key_passwords"));
            boolean overwrite = form.value("overwrite").map("true"::equals).orElse(false);
            ImportOutcome outcome = exchange.read(form.file(), kind, secrets, overwrite, principal);
            if (outcome instanceof ImportOutcome.Asks asks) {
                return asked(kind, asks);
            }
            journal.note(principal, kind.word() + ".import");
            List<String> lines = ((ImportOutcome.Done) outcome).lines();
            return Response.ok(Map.of("message", "OK", "result", lines), MediaType.APPLICATION_JSON_TYPE)
                    .build();
        }
    }

    /** As Superset's pages read it: what is missing stands by file, in the message and beside the error. */
    private static Response asked(AssetKind kind, ImportOutcome.Asks asks) {
        Map<String, Object> files = new LinkedHashMap<>();
        asks.secrets().forEach((file, words) -> files.put(file, Map.of("_schema", words)));
        asks.present().forEach(files::put);
        Map<String, Object> extra = new LinkedHashMap<>(files);
        extra.put("issue_codes", List.of());
        Map<String, Object> error = Map.of(
                "message",
                "Error importing " + kind.word(),
                "error_type",
                "GENERIC_COMMAND_ERROR",
                "level",
                "warning",
                "extra",
                extra);
        return Response.status(UNPROCESSABLE)
                .entity(Map.of("message", files, "errors", List.of(error)))
                .type(MediaType.APPLICATION_JSON_TYPE)
                .build();
    }

    /** A JSON object of texts, by file. */
    private static Map<String, String> texts(UploadForm form, String name) {
        Map<String, String> texts = new HashMap<>();
        String json = form.value(name).orElse("{}");
        try {
            JsonNode object = Json.read(json);
            if (!object.isObject()) {
                throw wrong(name);
            }
            object.properties()
                    .forEach(one -> texts.put(one.getKey(), one.getValue().asText()));
            return texts;
        } catch (JsonProcessingException e) {
            throw wrong(name);
        }
    }

    private static KaravelException wrong(String name) {
        return KaravelException.invalid(name, name + " is a JSON object: a file's name, and the secret it hides");
    }
}
