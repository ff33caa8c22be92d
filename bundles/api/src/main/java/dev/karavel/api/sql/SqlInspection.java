package dev.karavel.api.sql;

import dev.karavel.spi.data.TableName;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;

/** What a script of typed SQL does, statement by statement. */
public record SqlInspection(List<Statement> statements) {
    public SqlInspection {
        statements = List.copyOf(statements);
    }

    /** Whether none of the statements changes anything. */
    public boolean readsOnly() {
        return statements.stream().allMatch(statement -> statement.kind().reads());
    }

    /** What a statement does. */
    public enum Kind {
        SELECT,
        /** The plan of a SELECT, which does not run. */
        EXPLAIN,
        INSERT,
        UPDATE,
        DELETE,
        MERGE,
        CREATE,
        ALTER,
        DROP,
        TRUNCATE;

        /** Whether it changes nothing. */
        public boolean reads() {
            return this == SELECT || this == EXPLAIN;
        }
    }

    /**
     * One statement that may be sent.
     *
     * @param text without comments and semicolon
     * @param line where it starts in the script, counted from 1
     * @param tables those it reads or changes, each once
     * @param limit rows it asks for itself, where it says so in a plain number
     */
    public record Statement(String text, int line, Kind kind, List<TableRead> tables, OptionalLong limit) {
        public Statement {
            Objects.requireNonNull(text, "text");
            Objects.requireNonNull(kind, "kind");
            tables = List.copyOf(tables);
        }
    }

    /**
     * A table of the warehouse that a statement names.
     *
     * @param name as the warehouse knows it; a catalog that was named stands before the schema: {@code hive.sales}
     * @param written as it was typed
     */
    public record TableRead(TableName name, String written) {}
}
