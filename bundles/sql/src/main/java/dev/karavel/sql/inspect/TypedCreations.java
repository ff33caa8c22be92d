package dev.karavel.sql.inspect;

import dev.karavel.api.catalog.Database;
import dev.karavel.api.error.KaravelException;
import dev.karavel.api.sql.SqlCreations;
import dev.karavel.api.sql.Warehouses;
import dev.karavel.spi.data.Dialect;
import dev.karavel.spi.data.TableName;
import dev.karavel.spi.data.Warehouse;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Tables and views of what was typed. */
@Component(configurationPid = "dev.karavel.sql")
public final class TypedCreations implements SqlCreations {
    private static final String NAME = "tmp_table_name";
    private static final int LONGEST_NAME = 120;
    private static final String EXAMPLE = "SELECT 1 AS a";

    private final Warehouses warehouses;
    private final Inspector inspector;

    @Activate
    public TypedCreations(@Reference Warehouses warehouses, TypedSqlInspector.Config config) {
        this(warehouses, TypedSqlInspector.inspector(config));
    }

    private TypedCreations(Warehouses warehouses, Inspector inspector) {
        this.warehouses = warehouses;
        this.inspector = inspector;
    }

    /** Not a constructor people see: Declarative Services would take it for its own, since it has as many parameters. */
    public static TypedCreations over(Warehouses warehouses, Inspector inspector) {
        return new TypedCreations(warehouses, inspector);
    }

    @Override
    public boolean makes(Database database, Made made) {
        Warehouse warehouse = warehouses.open(database);
        TableName any = new TableName(Optional.empty(), "a");
        return warehouse.changes()
                && !said(warehouse.dialect(), made, any, EXAMPLE).isEmpty();
    }

    @Override
    public List<String> statements(Database database, Made made, TableName name, String select) {
        if (!makes(database, made)) {
            throw KaravelException.invalid(
                    "select_as_cta",
                    "Database " + database.name() + " cannot make a " + (made == Made.TABLE ? "table" : "view")
                            + " of a SELECT");
        }
        check(name);
        Dialect dialect = warehouses.open(database).dialect();
        return said(dialect, made, name, inspector.select(select, "sql", dialect));
    }

    private static List<String> said(Dialect dialect, Made made, TableName name, String select) {
        return made == Made.TABLE ? dialect.tableAs(name, select) : dialect.viewAs(name, select);
    }

    private static void check(TableName name) {
        boolean odd = name.name().isBlank()
                || name.name().length() > LONGEST_NAME
                || !name.name().equals(name.name().strip())
                || name.name().chars().anyMatch(c -> Character.isISOControl(c) || "\"`[]\\".indexOf(c) >= 0);
        if (odd) {
            throw KaravelException.invalid(
                    NAME,
                    "A name is needed for what is made: up to " + LONGEST_NAME
                            + " letters, without quotes and without spaces at its ends");
        }
    }
}
