package dev.karavel.exchange.query;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.karavel.api.catalog.Database;
import dev.karavel.api.catalog.Databases;
import dev.karavel.api.catalog.Stamp;
import dev.karavel.api.error.ErrorCode;
import dev.karavel.api.error.KaravelException;
import dev.karavel.api.exchange.SavedQueryExchange;
import dev.karavel.api.sqllab.SavedQueries;
import dev.karavel.api.sqllab.SavedQuery;
import dev.karavel.exchange.yaml.Fields;
import dev.karavel.exchange.yaml.YamlReader;
import dev.karavel.exchange.yaml.YamlText;
import dev.karavel.exchange.zip.Names;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Superset's ZIP of saved queries. */
@Component
public final class SavedQueryZip implements SavedQueryExchange {
    private static final String ROOT = "saved_query_export/";
    private static final String VERSION = "1.0.0";
    private static final String NO_ZIP = "This is no ZIP, or a damaged one";
    private static final int MOST_FILES = 2_000;
    private static final int LARGEST_FILE = 1_000_000;

    private final Databases databases;
    private final SavedQueries queries;

    @Activate
    public SavedQueryZip(@Reference Databases databases, @Reference SavedQueries queries) {
        this.databases = databases;
        this.queries = queries;
    }

    @Override
    public void write(List<SavedQuery> saved, OutputStream out) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out, UTF_8);
        Map<String, Object> about = new LinkedHashMap<>();
        about.put("version", VERSION);
        about.put("type", "SavedQuery");
        about.put("timestamp", Instant.now().toString());
        put(zip, "metadata.yaml", about);
        Map<Long, Database> used = new LinkedHashMap<>();
        for (SavedQuery query : saved) {
            Optional<Database> database = databases.find(query.databaseId());
            database.ifPresent(each -> used.put(each.id(), each));
            String folder = "queries/"
                    + Names.plain(database.map(Database::name).orElse("database")) + "/"
                    + query.schema().map(schema -> Names.plain(schema) + "/").orElse("");
            put(zip, folder + Names.plain(query.label()) + "_" + query.id() + ".yaml", fields(query, database));
        }
        for (Database database : used.values()) {
            put(zip, "databases/" + Names.plain(database.name()) + ".yaml", fields(database));
        }
        zip.finish();
    }

    private static Map<String, Object> fields(SavedQuery query, Optional<Database> database) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("catalog", query.catalog().orElse(null));
        fields.put("schema", query.schema().orElse(null));
        fields.put("label", query.label());
        fields.put("description", query.description());
        fields.put("sql", query.sql());
        fields.put("template_parameters", query.templateParameters());
        fields.put("extra_json", query.extra());
        fields.put("uuid", query.uuid().toString());
        fields.put("version", VERSION);
        fields.put("database_uuid", database.map(each -> each.uuid().toString()).orElse(null));
        return fields;
    }

    /** To be known again by; how it is reached is nothing a saved query tells. */
    private static Map<String, Object> fields(Database database) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("database_name", database.name());
        fields.put("sqlalchemy_uri", database.backend() + "://");
        fields.put("uuid", database.uuid().toString());
        fields.put("version", VERSION);
        return fields;
    }

    @Override
    public Map<String, SavedQuery> read(Path zip, long userId) {
        Map<String, SavedQuery> read = new LinkedHashMap<>();
        int files = 0;
        try (InputStream file = Files.newInputStream(zip);
                ZipInputStream in = new ZipInputStream(file, UTF_8)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                if (++files > MOST_FILES) {
                    throw new KaravelException(
                            ErrorCode.TOO_LARGE, "formData", "The ZIP holds more than " + MOST_FILES + " files", null);
                }
                String name = entry.getName();
                if (name.matches("(?s)(.*/)?queries/.+[.]ya?ml")) {
                    String inside = name.substring(name.indexOf("queries/"));
                    read.put(inside, query(inside, text(inside, in), userId));
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            throw new KaravelException(ErrorCode.INVALID_REQUEST, "formData", NO_ZIP, e);
        }
        if (files == 0) {
            throw KaravelException.invalid("formData", NO_ZIP);
        }
        if (read.isEmpty()) {
            throw KaravelException.invalid("formData", "The ZIP holds no queries: they lie in its folder queries");
        }
        return read;
    }

    private static String text(String name, InputStream in) throws IOException {
        byte[] bytes = in.readNBytes(LARGEST_FILE + 1);
        if (bytes.length > LARGEST_FILE) {
            throw new KaravelException(ErrorCode.TOO_LARGE, name, name + " is larger than a query may be", null);
        }
        return new String(bytes, UTF_8);
    }

    private SavedQuery query(String name, String text, long userId) {
        Fields fields = YamlReader.read(name, text);
        UUID uuid = fields.uuid("uuid");
        Optional<SavedQuery> known = queries.find(uuid);
        Database database = databases
                .find(fields.uuid("database_uuid"))
                .orElseThrow(() -> fields.wrong("its database is not known here; import or make it first"));
        return new SavedQuery(
                known.map(SavedQuery::id).orElse(0L),
                uuid,
                known.map(SavedQuery::version).orElse(0),
                known.map(SavedQuery::userId).orElse(userId),
                database.id(),
                fields.optional("catalog"),
                fields.optional("schema"),
                fields.required("label"),
                fields.text("description"),
                fields.required("sql"),
                fields.text("template_parameters"),
                fields.optional("extra_json").orElse("{}"),
                known.flatMap(SavedQuery::lastRun),
                known.map(SavedQuery::stamp).orElse(Stamp.none()).by(userId));
    }

    private static void put(ZipOutputStream zip, String name, Map<String, Object> fields) throws IOException {
        zip.putNextEntry(new ZipEntry(ROOT + name));
        zip.write(YamlText.of(fields).getBytes(UTF_8));
        zip.closeEntry();
    }
}
