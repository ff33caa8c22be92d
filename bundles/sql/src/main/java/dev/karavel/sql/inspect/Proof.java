package dev.karavel.sql.inspect;

import dev.karavel.api.sql.SqlInspection.Kind;
import java.util.List;

/**
 * A statement or expression that passed.
 *
 * @param sql as it may be sent
 * @param origin where in the typed text it starts
 * @param tables every place where it names one
 * @param given names it gives to queries of its own
 */
record Proof(String sql, int origin, Kind kind, List<TableUse> tables, List<Token> given, OuterLimit limit) {
    Proof {
        tables = List.copyOf(tables);
        given = List.copyOf(given);
    }

    /** The same read, of which only the plan is wanted. */
    Proof explained() {
        return new Proof(sql, origin, Kind.EXPLAIN, tables, given, limit);
    }
}
