package dev.karavel.sql.inspect;

import dev.karavel.api.catalog.Database;
import dev.karavel.api.error.ErrorCode;
import dev.karavel.api.error.KaravelException;
import dev.karavel.api.sql.SqlInspection;
import dev.karavel.api.sql.SqlInspection.Kind;
import dev.karavel.api.sql.SqlInspection.Statement;
import dev.karavel.api.sql.SqlInspection.TableRead;
import dev.karavel.api.sql.SqlInspector;
import dev.karavel.api.sql.Warehouses;
import dev.karavel.spi.data.Dialect;
import dev.karavel.spi.data.SqlSyntax;
import dev.karavel.spi.data.TableName;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What people type for SQL Lab, inspected for the warehouse it is meant for. */
@Component(configurationPid = "dev.karavel.sql")
public final class TypedSqlInspector implements SqlInspector {
    private static final String FIELD = "sql";

    private final Warehouses warehouses;
    private final Inspector inspector;

    /** The part of the bundle's configuration that is about typed SQL; described there where it is read first. */
    public @interface Config {
        String functions() default "";

        String denied_functions() default "";

        String denied_tables() default "";
    }

    @Activate
    public TypedSqlInspector(@Reference Warehouses warehouses, Config config) {
        this(warehouses, inspector(config));
    }

    static Inspector inspector(Config config) {
        return new Inspector(
                List.of(config.functions().split(",")),
                List.of(config.denied_functions().split(",")),
                List.of(config.denied_tables().split(",")));
    }

    private TypedSqlInspector(Warehouses warehouses, Inspector inspector) {
        this.warehouses = warehouses;
        this.inspector = inspector;
    }

    /** Not a constructor people see: Declarative Services would take it for its own, since it has as many parameters. */
    public static TypedSqlInspector over(Warehouses warehouses, Inspector inspector) {
        return new TypedSqlInspector(warehouses, inspector);
    }

    @Override
    public SqlInspection inspect(Database database, String script, boolean allowChanges) {
        Dialect dialect = warehouses.open(database).dialect();
        SqlSyntax syntax = dialect.syntax();
        return new SqlInspection(proofs(database, script, allowChanges, dialect).stream()
                .map(proof -> new Statement(
                        proof.kind() == Kind.EXPLAIN
                                ? dialect.explain(proof.sql()).orElseThrow()
                                : proof.sql(),
                        1
                                + (int) script.substring(0, proof.origin())
                                        .chars()
                                        .filter(c -> c == '\n')
                                        .count(),
                        proof.kind(),
                        proof.tables().stream()
                                .map(use -> new TableRead(use.name(syntax), use.written()))
                                .distinct()
                                .toList(),
                        proof.limit().rows()))
                .toList());
    }

    @Override
    public String restrict(
            Database database,
            String statement,
            boolean allowChanges,
            Map<TableName, List<String>> rules,
            int mostRows) {
        Dialect dialect = warehouses.open(database).dialect();
        Proof proof = only(database, statement, allowChanges, dialect);
        return inspector.restricted(proof, statement, FIELD, dialect, rules, mostRows);
    }

    @Override
    public String inSchema(Database database, String statement, boolean allowChanges, String schema) {
        Dialect dialect = warehouses.open(database).dialect();
        return Inspector.inSchema(only(database, statement, allowChanges, dialect), schema, dialect);
    }

    private Proof only(Database database, String statement, boolean allowChanges, Dialect dialect) {
        List<Proof> proofs = proofs(database, statement, allowChanges, dialect);
        if (proofs.size() != 1) {
            throw new KaravelException(ErrorCode.STATEMENT_REFUSED, FIELD, "One statement is needed here", null);
        }
        return proofs.get(0);
    }

    private List<Proof> proofs(Database database, String script, boolean allowChanges, Dialect dialect) {
        return inspector.script(script, FIELD, dialect, allowChanges && database.allowDml());
    }
}
