package dev.karavel.sql.inspect;

import dev.karavel.spi.data.SqlSyntax;
import dev.karavel.spi.data.SqlSyntax.Folding;
import java.util.Locale;
import java.util.Set;
import net.sf.jsqlparser.expression.Expression;
import net.sf.jsqlparser.expression.LongValue;
import net.sf.jsqlparser.expression.StringValue;
import net.sf.jsqlparser.expression.operators.relational.ExpressionList;
import net.sf.jsqlparser.schema.Column;
import net.sf.jsqlparser.statement.create.table.ColDataType;
import net.sf.jsqlparser.statement.select.PlainSelect;

/** What typed SQL may name in one kind of warehouse. */
final class Permissions {
    private static final int LONGEST_PADDING = 1_000;
    private static final Set<String> WHO_ASKS = Set.of(
            "current_user",
            "session_user",
            "system_user",
            "current_role",
            "current_catalog",
            "current_schema",
            "current_database");
    /** Where SQL is taken by the letter, these are no columns. */
    private static final Set<String> KEYWORDS = Set.of("user", "current", "uid");

    /** Behind the name of a sequence they look like columns, and move it on. */
    private static final Set<String> SEQUENCES = Set.of("nextval", "currval");

    private static final Set<String> SYSTEM_SCHEMAS = Set.of(
            "information_schema",
            "pg_catalog",
            "pg_toast",
            "sys",
            "mysql",
            "performance_schema",
            "syscs_util",
            "syscat",
            "sysibm",
            "syscs_diag");
    private static final Set<String> SYSTEM_PREFIXES = Set.of("pg_", "duckdb_", "pragma_", "sqlite_", "syscs_");
    private static final Set<String> TYPES_THAT_LOOK_UP = Set.of("reg", "xml");

    private final AllowedFunctions functions;
    private final Set<String> deniedTables;
    private final SqlSyntax syntax;

    /** @param deniedTables in lower case, with or without their schema */
    Permissions(AllowedFunctions functions, Set<String> deniedTables, SqlSyntax syntax) {
        this.functions = functions;
        this.deniedTables = deniedTables;
        this.syntax = syntax;
    }

    SqlSyntax syntax() {
        return syntax;
    }

    void checkColumn(Column column) throws Refusal {
        String name = column.getColumnName().toLowerCase(Locale.ROOT);
        boolean keyword = syntax.folding() == Folding.UPPER || syntax.folding() == Folding.LOWER;
        if (column.getTable() != null && SEQUENCES.contains(name)) {
            throw new Refusal("Sequences are not allowed");
        }
        if (WHO_ASKS.contains(name) || keyword && column.getTable() == null && KEYWORDS.contains(name)) {
            throw new Refusal(column.getColumnName() + " is not allowed");
        }
    }

    void checkFunction(String name) throws Refusal {
        if (!functions.contains(name, syntax)) {
            throw new Refusal("Function " + name + " is not on the list of allowed functions");
        }
    }

    void checkTableFunction(String name) throws Refusal {
        if (!functions.givesTable(name)) {
            throw new Refusal("Function " + name + " is not on the list of functions allowed behind FROM");
        }
    }

    void checkLength(String name, ExpressionList<?> parameters) throws Refusal {
        if (!AllowedFunctions.grows(name)) {
            return;
        }
        int position = name.equalsIgnoreCase("space") ? 0 : 1;
        Expression length = parameters != null && parameters.size() > position ? parameters.get(position) : null;
        if (!(length instanceof LongValue number)
                || number.getStringValue().length() > 4
                || number.getValue() > LONGEST_PADDING) {
            throw new Refusal(name + " needs a length of at most " + LONGEST_PADDING);
        }
    }

    void checkLeaf(Object node) throws Refusal {
        if (node instanceof StringValue text && text.getPrefix() != null) {
            throw new Refusal("Texts with a prefix are not allowed");
        }
        if (node instanceof ColDataType type) {
            String name = type.getDataType()
                    .toLowerCase(Locale.ROOT)
                    .replaceAll("[\"`]", "")
                    .replace("pg_catalog.", "");
            if (TYPES_THAT_LOOK_UP.stream().anyMatch(name::startsWith) || name.contains(".")) {
                throw new Refusal("Type " + type.getDataType() + " is not allowed");
            }
        }
    }

    void checkTable(TableUse table) throws Refusal {
        for (int i = 0; i < table.parts().size(); i++) {
            Token part = table.parts().get(i);
            String name = part.name().toLowerCase(Locale.ROOT).strip();
            boolean file = !name.equals(part.name().toLowerCase(Locale.ROOT))
                    || name.chars().anyMatch(c -> "/\\:*?.'\";()".indexOf(c) >= 0);
            boolean system = SYSTEM_PREFIXES.stream().anyMatch(name::startsWith)
                    || i == table.parts().size() - 1
                            && syntax.systemTables().stream().anyMatch(name::startsWith)
                    || isSystemSchema(name) && (i < table.parts().size() - 1 || name.equals("information_schema"));
            if (file || system) {
                throw new Refusal("Files and system tables cannot be read: " + table.written(), part.origin());
            }
        }
        String name = table.last().name().toLowerCase(Locale.ROOT);
        String full = table.schema()
                .map(schema -> schema.name().toLowerCase(Locale.ROOT) + "." + name)
                .orElse(name);
        if (deniedTables.contains(name) || deniedTables.contains(full)) {
            throw new Refusal(
                    "Table " + table.written() + " is on the list of denied tables",
                    table.last().origin());
        }
        if (table.schema().isEmpty() && deniedTables.stream().anyMatch(denied -> denied.endsWith("." + name))) {
            throw new Refusal(
                    "Table " + table.written() + " may be one on the list of denied tables; say its schema",
                    table.last().origin());
        }
    }

    private boolean isSystemSchema(String name) {
        return SYSTEM_SCHEMAS.contains(name) || syntax.systemSchemas().contains(name);
    }

    void checkSelect(PlainSelect select) throws Refusal {
        if (select.getIntoTables() != null || select.getForMode() != null || select.getForXmlPath() != null) {
            throw new Refusal("A SELECT must not write or lock");
        }
    }
}
