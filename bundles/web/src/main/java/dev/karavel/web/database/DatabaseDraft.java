package dev.karavel.web.database;

import dev.karavel.api.catalog.Database;
import dev.karavel.api.catalog.Databases;
import dev.karavel.api.catalog.Stamp;
import dev.karavel.api.error.ErrorCode;
import dev.karavel.api.error.KaravelException;
import dev.karavel.api.security.Principal;
import dev.karavel.api.security.Secrets;
import dev.karavel.api.sql.Warehouses;
import dev.karavel.web.json.Fields;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Writes databases: secrets leave here encrypted, and the mask people were shown means "as it is". */
@Component(service = DatabaseDraft.class)
public final class DatabaseDraft {
    private final Databases databases;
    private final DatabaseRows rows;
    private final Warehouses warehouses;
    private final Secrets secrets;

    @Activate
    public DatabaseDraft(
            @Reference Databases databases,
            @Reference DatabaseRows rows,
            @Reference Warehouses warehouses,
            @Reference Secrets secrets) {
        this.databases = databases;
        this.rows = rows;
        this.warehouses = warehouses;
        this.secrets = secrets;
    }

    Database create(Fields fields, Principal principal) {
        String name = fields.requiredText("database_name");
        requireFree(name);
        Database draft = read(fields, empty(name), principal);
        warehouses.test(draft);
        return databases.save(draft);
    }

    Database change(Database old, Fields fields, Principal principal) {
        Database draft = read(fields, old, principal);
        if (!draft.name().equals(old.name())) {
            requireFree(draft.name());
        }
        if (!draft.settings().equals(old.settings()) || !draft.backend().equals(old.backend())) {
            warehouses.test(draft);
        }
        return databases.save(draft);
    }

    void test(Fields fields, Principal principal) {
        Optional<Database> stored =
                fields.filledText("database_name", Optional.empty()).flatMap(databases::findByName);
        warehouses.test(read(fields, stored.orElseGet(() -> empty("test")), principal));
    }

    private Database read(Fields fields, Database old, Principal principal) {
        Warehouses.Address address = address(fields, old);
        return new Database(
                old.id(),
                old.uuid(),
                old.version(),
                fields.has("database_name") ? fields.requiredText("database_name") : old.name(),
                address.backend(),
                sealed(address, old),
                fields.seconds("cache_timeout", old.cacheTimeout()),
                fields.flag("expose_in_sqllab", old.exposeInSqlLab()),
                fields.flag("allow_dml", old.allowDml()),
                fields.flag("allow_file_upload", old.allowFileUpload()),
                fields.jsonText("extra", old.extra()),
                old.stamp().by(principal.userId()));
    }

    private Warehouses.Address address(Fields fields, Database old) {
        Optional<String> uri = fields.filledText("sqlalchemy_uri", Optional.empty());
        if (uri.isPresent()) {
            return warehouses.read(uri.get());
        }
        if (!fields.has("parameters") && old.id() != 0) {
            return new Warehouses.Address(old.backend(), old.settings());
        }
        String backend = old.id() == 0 || fields.has("engine") ? fields.requiredText("engine") : old.backend();
        if (warehouses.kinds().stream().noneMatch(kind -> kind.id().equals(backend))) {
            throw KaravelException.invalid("engine", "No datasource plugin is installed for " + backend);
        }
        Map<String, String> settings = new HashMap<>();
        fields.map("parameters").forEach((name, value) -> {
            if (value != null) {
                settings.put(name, String.valueOf(value));
            }
        });
        return new Warehouses.Address(backend, settings);
    }

    /** A mask keeps the old secret only while it goes to the place it was given for: else it could be sent anywhere. */
    private Map<String, String> sealed(Warehouses.Address address, Database old) {
        Set<String> secretNames = rows.secrets(address.backend());
        Map<String, String> result = new HashMap<>();
        boolean masked = false;
        for (Map.Entry<String, String> setting : address.settings().entrySet()) {
            String value = setting.getValue();
            if (!secretNames.contains(setting.getKey())) {
                result.put(setting.getKey(), value);
            } else if (value.equals(Secrets.MASK)) {
                masked = true;
                Optional.ofNullable(old.settings().get(setting.getKey()))
                        .ifPresent(kept -> result.put(setting.getKey(), kept));
            } else {
                result.put(setting.getKey(), value.isEmpty() ? value : secrets.encrypt(value));
            }
        }
        if (masked && !samePlace(result, old, secretNames, address.backend())) {
            throw KaravelException.invalid(
                    "parameters", "Type the password again: the connection now leads somewhere else");
        }
        return result;
    }

    private static boolean samePlace(
            Map<String, String> settings, Database old, Set<String> secretNames, String backend) {
        Map<String, String> now = new HashMap<>(settings);
        Map<String, String> before = new HashMap<>(old.settings());
        now.keySet().removeAll(secretNames);
        before.keySet().removeAll(secretNames);
        return backend.equals(old.backend()) && now.equals(before);
    }

    private void requireFree(String name) {
        if (databases.findByName(name).isPresent()) {
            throw new KaravelException(
                    ErrorCode.CONFLICT, "database_name", "A database named " + name + " already exists", null);
        }
    }

    private static Database empty(String name) {
        return new Database(
                0, UUID.randomUUID(), 0, name, "", Map.of(), Optional.empty(), false, false, false, "{}", Stamp.none());
    }
}
