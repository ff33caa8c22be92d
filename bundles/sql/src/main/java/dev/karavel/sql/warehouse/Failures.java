package dev.karavel.sql.warehouse;

import dev.karavel.api.catalog.Database;
import dev.karavel.api.error.ErrorCode;
import dev.karavel.api.error.KaravelException;
import dev.karavel.api.sql.SshTunnel;
import dev.karavel.spi.data.WarehouseException;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Set;

/** What a warehouse's failure is called towards callers, without its SQL, its hosts and its data. */
public final class Failures {
    private Failures() {}

    /** While a connection is made; whoever makes it may know the setting that is wrong. */
    static KaravelException connecting(Database database, WarehouseException failure) {
        if (failure.reason() == WarehouseException.Reason.SETTINGS) {
            return new KaravelException(ErrorCode.INVALID_REQUEST, failure.field(), failure.getMessage(), failure);
        }
        if (failure.reason() == WarehouseException.Reason.DRIVER_MISSING) {
            return new KaravelException(ErrorCode.PLUGIN_MISSING, failure.getMessage(), failure);
        }
        if (failure.field().startsWith(SshTunnel.PREFIX)) {
            return new KaravelException(
                    ErrorCode.WAREHOUSE_UNREACHABLE, failure.field(), failure.getMessage(), failure);
        }
        return unreachable(database, failure);
    }

    /** While a statement is run. */
    public static KaravelException running(Database database, WarehouseException failure) {
        return switch (failure.reason()) {
            case STATEMENT -> new KaravelException(ErrorCode.WAREHOUSE_REFUSED, refusal(failure), failure);
            case TIMEOUT, CANCELLED ->
                new KaravelException(
                        ErrorCode.WAREHOUSE_TIMEOUT,
                        "Database " + database.name() + " ended the query before it was done",
                        failure);
            default -> unreachable(database, failure);
        };
    }

    private static KaravelException unreachable(Database database, WarehouseException failure) {
        String why =
                switch (failure.reason()) {
                    case HOST_UNKNOWN -> "its host name is unknown; check how it is written";
                    case PORT_CLOSED -> "nothing answers at its port; check it, and whether a firewall stands between";
                    case CREDENTIALS -> "user or password is wrong";
                    case DATABASE_UNKNOWN -> "the server has no database of that name";
                    case SETTINGS -> "setting " + failure.field() + " is wrong";
                    case TLS -> "encryption was refused, or the server's certificate is not trusted";
                    case DRIVER_MISSING -> "its JDBC driver is not installed";
                    case CLOSED -> "it was closed or changed meanwhile";
                    default -> "the connection failed";
                };
        return new KaravelException(
                ErrorCode.WAREHOUSE_UNREACHABLE,
                failure.field(),
                "Database " + database.name() + " cannot be reached: " + why,
                failure);
    }

    private static String refusal(WarehouseException failure) {
        String state = failure.getCause() instanceof SQLException e && e.getSQLState() != null ? e.getSQLState() : "";
        String message = String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT);
        String why;
        if (Set.of("42P01", "42X05", "42S02", "42S04").contains(state)
                || message.startsWith("catalog error")
                || message.contains("no such table")) {
            why = "it does not know a table or function of the query";
        } else if (Set.of("42703", "42X04", "42S22").contains(state)
                || message.startsWith("binder error")
                || message.contains("no such column")
                || message.contains("column not found")) {
            why = "it does not know a column of the query, or its type does not fit";
        } else if (state.equals("42601") || state.equals("42X01") || message.startsWith("parser error")) {
            why = "it does not understand the query";
        } else if (state.equals("42501") || state.equals("42502")) {
            why = "the user it is asked as may not read this";
        } else if (state.startsWith("22") || message.startsWith("conversion error")) {
            why = "a value does not fit: divided by zero, too large, or of another type";
        } else if (message.startsWith("out of memory") || state.startsWith("53")) {
            why = "it ran out of memory or connections";
        } else {
            why = "it gave an error";
        }
        return "The database refused the query: " + why;
    }
}
