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
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What the routes for files of assets share. */
@Component(service = AssetFiles.class)
public final class AssetFiles {
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
                    texts(form, "ssh_tunnel_private_key_passwords"),
                    options(form));
            // As in Superset, everything at once is what somebody keeps elsewhere, and counts.
            boolean overwrite = form.value("overwrite").map("true"::equals).orElse(kind == AssetKind.ASSETS);
            ImportOutcome outcome = exchange.read(form.file(), kind, secrets, overwrite, principal);
            if (outcome instanceof ImportOutcome.Asks asks) {
                return ImportAnswer.asks(kind.word(), asks.secrets(), asks.present());
            }
            journal.note(principal, kind.word() + ".import");
            List<String> lines = ((ImportOutcome.Done) outcome).lines();
            return Response.ok(Map.of("message", "OK", "result", lines), MediaType.APPLICATION_JSON_TYPE)
                    .build();
        }
    }

    /** A JSON object of texts, by file. */
    private static Map<String, String> texts(UploadForm form, String name) {
        return texts(object(form, name));
    }

    /** By file, and there by path. */
    private static Map<String, Map<String, String>> options(UploadForm form) {
        Map<String, Map<String, String>> options = new HashMap<>();
        object(form, "encrypted_extra_secrets")
                .properties()
                .forEach(one -> options.put(one.getKey(), texts(one.getValue())));
        return options;
    }

    private static Map<String, String> texts(JsonNode object) {
        Map<String, String> texts = new HashMap<>();
        object.properties()
                .forEach(one -> texts.put(one.getKey(), one.getValue().asText()));
        return texts;
    }

    private static JsonNode object(UploadForm form, String name) {
        try {
            JsonNode object = Json.read(form.value(name).orElse("{}"));
            if (!object.isObject()) {
                throw wrong(name);
            }
            return object;
        } catch (JsonProcessingException e) {
            throw wrong(name);
        }
    }

    private static KaravelException wrong(String name) {
        return KaravelException.invalid(name, name + " is a JSON object: a file's name, and the secret it hides");
    }
}
