package dev.karavel.query.template;

import dev.karavel.api.query.TypedStatements.Ready;
import dev.karavel.api.query.TypedStatements.Typed;
import dev.karavel.api.sql.SqlInspection.Statement;
import dev.karavel.api.sql.SqlInspection.TableRead;
import dev.karavel.api.sql.SqlInspector;
import dev.karavel.spi.data.TableName;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Takes a rendered script apart and puts its statements together as they may be sent. */
final class ScriptInspection {
    private final SqlInspector inspector;

    /** @param sql with each table in its schema */
    record Part(String sql, Statement statement, List<TableRead> tables) {}

    ScriptInspection(SqlInspector inspector) {
        this.inspector = inspector;
    }

    List<Part> parts(Typed typed, String script) {
        List<Part> parts = new ArrayList<>();
        for (Statement statement :
                inspector.inspect(typed.database(), script, typed.changes()).statements()) {
            String sql = typed.schema()
                    .map(schema -> inspector.inSchema(typed.database(), statement.text(), typed.changes(), schema))
                    .orElse(statement.text());
            parts.add(new Part(sql, statement, statement(typed, sql).tables()));
        }
        return parts;
    }

    /** Reading needs a right to each table; changing one needs more than a dataset that stands for it. */
    void requireRights(Typed typed, Part part, TableRights rights) {
        for (TableRead read : part.tables()) {
            if (part.statement().kind().reads()) {
                rights.require(read.name(), typed.database(), typed.principal());
            } else {
                rights.requireChange(read.name(), typed.database(), typed.principal());
            }
        }
    }

    Set<TableName> tables(Typed typed, String sql) {
        Set<TableName> tables = new LinkedHashSet<>();
        statement(typed, sql).tables().forEach(read -> tables.add(read.name()));
        return tables;
    }

    Ready ready(Typed typed, Part part, String sql, Map<TableName, List<String>> rules) {
        return new Ready(
                inspector.restrict(typed.database(), sql, typed.changes(), rules, typed.mostRows()),
                part.statement().kind(),
                part.statement().line(),
                part.tables(),
                part.statement().limit(),
                !rules.isEmpty());
    }

    private Statement statement(Typed typed, String sql) {
        return inspector
                .inspect(typed.database(), sql, typed.changes())
                .statements()
                .get(0);
    }
}
