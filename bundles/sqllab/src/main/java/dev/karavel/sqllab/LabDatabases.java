package dev.karavel.sqllab;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.karavel.api.catalog.Database;
import dev.karavel.api.catalog.Databases;
import dev.karavel.api.catalog.Datasets;
import dev.karavel.api.catalog.ListQuery;
import dev.karavel.api.error.ErrorCode;
import dev.karavel.api.error.KaravelException;
import dev.karavel.api.security.AccessControl;
import dev.karavel.api.security.Principal;
import dev.karavel.api.sqllab.LabQuery.Target;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Databases people may type SQL for; the others are as good as missing. */
@Component(service = LabDatabases.class)
public final class LabDatabases {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Databases databases;
    private final Datasets datasets;
    private final AccessControl access;

    @Activate
    public LabDatabases(@Reference Databases databases, @Reference Datasets datasets, @Reference AccessControl access) {
        this.databases = databases;
        this.datasets = datasets;
        this.access = access;
    }

    List<Database> all(Principal principal) {
        return databases.list(ListQuery.everything()).items().stream()
                .filter(database -> may(principal, database, Optional.empty()))
                .toList();
    }

    public Database find(long id, Optional<String> schema, Principal principal) {
        return databases
                .find(id)
                .filter(database -> may(principal, database, schema))
                .orElseThrow(() -> KaravelException.notFound("Database", id));
    }

    List<Database> askable(Principal principal) {
        return databases.list(ListQuery.everything()).items().stream()
                .filter(database -> mayRead(principal, database, Optional.empty()))
                .toList();
    }

    Database askable(long id, Principal principal) {
        return databases
                .find(id)
                .filter(database -> mayRead(principal, database, Optional.empty()))
                .orElseThrow(() -> KaravelException.notFound("Database", id));
    }

    private boolean may(Principal principal, Database database, Optional<String> schema) {
        return database.exposeInSqlLab() && mayRead(principal, database, schema);
    }

    /** Whoever may read something in it: which tables that are is found out statement by statement. */
    private boolean mayRead(Principal principal, Database database, Optional<String> schema) {
        return access.may(principal, "all_database_access", "all_database_access")
                || access.may(principal, "database_access", "[" + database.name() + "].(id:" + database.id() + ")")
                || schema.filter(name ->
                                access.may(principal, "schema_access", "[" + database.name() + "].[" + name + "]"))
                        .isPresent()
                || datasets.ofDatabase(database.id()).stream().anyMatch(dataset -> access.mayQuery(principal, dataset));
    }

    /** To read a table is one thing, to put one beside it another. A forced schema is the administrator's own word. */
    void requireMaking(Database database, Optional<String> schema, Principal principal) {
        boolean may = forcedSchema(database).isPresent()
                || access.may(principal, "all_database_access", "all_database_access")
                || access.may(principal, "database_access", "[" + database.name() + "].(id:" + database.id() + ")")
                || schema.filter(name ->
                                access.may(principal, "schema_access", "[" + database.name() + "].[" + name + "]"))
                        .isPresent();
        if (!may) {
            throw new KaravelException(
                    ErrorCode.FORBIDDEN, "tmp_table_name", "You may not make tables or views there", null);
        }
    }

    static boolean allows(Database database, Target target) {
        return ours(database)
                .path(target == Target.TABLE ? "allow_ctas" : "allow_cvas")
                .asBoolean(false);
    }

    /** Where tables made here go, whatever was said. */
    static Optional<String> forcedSchema(Database database) {
        return Optional.of(ours(database).path("force_ctas_schema").asText("")).filter(name -> !name.isBlank());
    }

    private static JsonNode ours(Database database) {
        try {
            return JSON.readTree(database.extra()).path("karavel");
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }
}
