package dev.karavel.web.upload;

import dev.karavel.api.catalog.Database;
import dev.karavel.api.catalog.Dataset;
import dev.karavel.api.error.KaravelException;
import dev.karavel.api.security.Principal;
import dev.karavel.api.sql.Uploads;
import dev.karavel.api.sql.Uploads.Kind;
import dev.karavel.api.sql.Uploads.Loaded;
import dev.karavel.api.sql.Uploads.Preview;
import dev.karavel.spi.data.Column;
import dev.karavel.spi.data.IfExists;
import dev.karavel.spi.data.TableName;
import dev.karavel.web.account.Journal;
import dev.karavel.web.database.DatabaseFinder;
import dev.karavel.web.dataset.DatasetDraft;
import dev.karavel.web.gate.Visitor;
import dev.karavel.web.rest.Needs;
import dev.karavel.web.rest.RestResource;
import dev.karavel.web.rest.Says;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Tables made from files. */
@Component(service = UploadResource.class)
@RestResource
@Path("database")
@Produces(MediaType.APPLICATION_JSON)
public final class UploadResource {
    private static final int LONGEST_NAME = 120;
    /** A plugin tells files by their endings. */
    private static final String ENDING = ".parquet";

    private final DatabaseFinder finder;
    private final Uploads uploads;
    private final DatasetDraft datasets;
    private final Journal journal;

    @Activate
    public UploadResource(
            @Reference DatabaseFinder finder,
            @Reference Uploads uploads,
            @Reference DatasetDraft datasets,
            @Reference Journal journal) {
        this.finder = finder;
        this.uploads = uploads;
        this.datasets = datasets;
        this.journal = journal;
    }

    @GET
    @Path("{id: \\d{1,18}}/schemas_access_for_file_upload/")
    @Needs(action = "can_upload", view = "Database")
    @Says("Schemas files may be loaded into; none named where every schema is as good")
    public Map<String, Object> schemas(@PathParam("id") long id, @Context SecurityContext context) {
        return Map.of("schemas", UploadRules.schemas(finder.usable(id, Visitor.principal(context))));
    }

    @POST
    @Path("upload_metadata/")
    @Consumes(MediaType.WILDCARD)
    @Needs(action = "can_upload", view = "Database")
    @Says("What lies in a file: sheets, columns with their types, first rows")
    public Map<String, Object> preview(InputStream body, @HeaderParam(HttpHeaders.CONTENT_TYPE) String contentType) {
        try (UploadForm form = UploadForm.read(contentType, body, ENDING)) {
            UploadFields fields = new UploadFields(form);
            return Map.of("result", shown(uploads.preview(fields.kind(), form.file(), fields.options())));
        }
    }

    @POST
    @Path("{id: \\d{1,18}}/upload/")
    @Consumes(MediaType.WILDCARD)
    @Needs(action = "can_upload", view = "Database")
    @Says("Load a file into a table, and make a dataset of it")
    public Response upload(
            @PathParam("id") long id,
            InputStream body,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) String contentType,
            @Context SecurityContext context) {
        Principal principal = Visitor.principal(context);
        Database database = finder.usable(id, principal);
        try (UploadForm form = UploadForm.read(contentType, body, ENDING)) {
            UploadFields fields = new UploadFields(form);
            Kind kind = fields.kind();
            IfExists existing = fields.existing();
            Optional<String> schema = form.text("schema").map(String::strip);
            String table = name(form);
            UploadRules.require(database, schema);
            Loaded loaded =
                    uploads.load(database, new TableName(schema, table), existing, kind, form.file(), fields.options());
            Dataset dataset = datasets.ofTable(database, schema, table, principal);
            journal.noteThing(principal, "file_uploaded", dataset.id());
            Map<String, Object> result = new LinkedHashMap<>();
            result.put("dataset_id", dataset.id());
            result.put("table_name", table);
            result.put("schema", schema.orElse(null));
            result.put("rows", loaded.rows());
            result.put("columns", columns(loaded.columns()));
            return Response.status(Response.Status.CREATED)
                    .entity(Map.of("message", "OK", "result", result))
                    .build();
        }
    }

    private static String name(UploadForm form) {
        String name = form.text("table_name").orElse("").strip();
        if (name.isEmpty()) {
            throw KaravelException.invalid("table_name", "Name the table");
        }
        if (name.length() > LONGEST_NAME || name.chars().anyMatch(Character::isISOControl)) {
            throw KaravelException.invalid("table_name", "A table's name has at most " + LONGEST_NAME + " letters");
        }
        return name;
    }

    private static Map<String, Object> shown(Preview preview) {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("items", preview.sheets().stream().map(UploadResource::sheet).toList());
        result.put("columns", columns(preview.columns()));
        result.put("rows", preview.rows().stream().map(UploadResource::texts).toList());
        return result;
    }

    private static Map<String, Object> sheet(Uploads.Sheet sheet) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("sheet_name", sheet.name().isEmpty() ? null : sheet.name());
        row.put("column_names", sheet.columns());
        return row;
    }

    private static List<Map<String, Object>> columns(List<Column> columns) {
        return columns.stream()
                .map(column -> Map.<String, Object>of(
                        "name",
                        column.name(),
                        "type",
                        column.type().name().toLowerCase(Locale.ROOT),
                        "type_generic",
                        column.type().genericCode()))
                .toList();
    }

    private static List<Object> texts(List<Object> row) {
        return row.stream()
                .map(value -> value == null || value instanceof Number || value instanceof Boolean
                        ? value
                        : (Object) value.toString().replaceFirst("(?<=^\\d{4}-\\d{2}-\\d{2})T(?=\\d)", " "))
                .toList();
    }
}
