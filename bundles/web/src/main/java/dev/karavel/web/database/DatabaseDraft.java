package dev.karavel.web.database;

import dev.karavel.api.catalog.Database;
import dev.karavel.api.catalog.Databases;
import dev.karavel.api.catalog.Stamp;
import dev.karavel.api.error.ErrorCode;
import dev.karavel.api.error.KaravelException;
import dev.karavel.api.security.Principal;
import dev.karavel.api.security.Secrets;
import dev.karavel.api.sql.SshTunnel;
import dev.karavel.api.sql.Warehouses;
import dev.karavel.web.json.Fields;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
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
        warehouses.test(read(fields, stored(fields), principal));
    }

    /** By its id, or as Superset does by its name; the secrets of one that is being changed are there already. */
    private Database stored(Fields fields) {
        return fields.whole("id", Optional.empty())
                .flatMap(databases::find)
                .or(() -> fields.filledText("database_name", Optional.empty()).flatMap(databases::findByName))
                .orElseGet(() -> empty("test"));
    }

    Database withoutTunnel(Database old, Principal principal) {
        Database draft = new Database(
                old.id(),
                old.uuid(),
                old.version(),
                old.name(),
                old.backend(),
                SshTunnel.without(old.settings()),
                old.cacheTimeout(),
                old.exposeInSqlLab(),
                old.allowDml(),
                old.allowFileUpload(),
                old.extra(),
                old.stamp().by(principal.userId()));
        return databases.save(draft);
    }

    private Database read(Fields fields, Database old, Principal principal) {
        Warehouses.Address address = withBesides(fields, new ConnectionFields(warehouses, fields).read(old), old);
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
                DatabaseExtra.after(old, fields, secrets),
                old.stamp().by(principal.userId()));
    }

    private Warehouses.Address withBesides(Fields fields, Warehouses.Address address, Database old) {
        Optional<String> sealed = SealedExtra.after(DatabaseExtra.of(old).sealed(), fields, secrets);
        return warehouses.kinds().stream()
                .filter(kind -> kind.id().equals(address.backend()))
                .findFirst()
                .map(kind -> new Warehouses.Address(
                        address.backend(),
                        new BesideForm(fields, kind).addedTo(address.settings(), old, sealed, secrets)))
                .orElse(address);
    }

    /** A mask keeps the old secret only while it goes to the place it was given for: else it could be sent anywhere. */
    private Map<String, String> sealed(Warehouses.Address address, Database old) {
        Set<String> secretNames = new HashSet<>(rows.secrets(address.backend()));
        secretNames.addAll(SshTunnel.secrets());
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
                    "password", "Type the password again: the connection now leads somewhere else");
        }
        return result;
    }

    private static boolean samePlace(
            Map<String, String> settings, Database old, Set<String> secretNames, String backend) {
        Map<String, String> now = new HashMap<>(settings);
        Map<String, String> before = new HashMap<>(old.settings());
        for (Map<String, String> place : List.of(now, before)) {
            place.keySet().removeAll(secretNames);
            // confirming who was met leads nowhere else
            place.remove(SshTunnel.PREFIX + "host_key_fingerprint");
        }
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
