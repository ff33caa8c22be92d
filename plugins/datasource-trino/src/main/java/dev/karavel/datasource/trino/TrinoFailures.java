package dev.karavel.datasource.trino;

import dev.karavel.spi.data.WarehouseException.Reason;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;

/** What Trino's own error codes mean, and what its driver says in words only. */
final class TrinoFailures {
    private static final int USER_CANCELED = 3;
    private static final int CATALOG_NOT_FOUND = 44;
    private static final int SCHEMA_NOT_FOUND = 45;
    private static final int EXCEEDED_TIME_LIMIT = 131_075;

    private static final Map<Integer, String> STATES = Map.ofEntries(
            Map.entry(1, "42601"), // syntax
            Map.entry(4, "42501"), // permission
            Map.entry(6, "42P01"), // function
            Map.entry(7, "22000"), // argument
            Map.entry(8, "22012"), // division by zero
            Map.entry(9, "22018"), // cast
            Map.entry(19, "22003"), // out of range
            Map.entry(45, "42P01"), // schema
            Map.entry(46, "42P01"), // table
            Map.entry(47, "42703"), // column
            Map.entry(58, "42703"), // type
            Map.entry(62, "42703"), // ambiguous name
            Map.entry(131_073, "53200"), // memory of all
            Map.entry(131_076, "53200"),
            Map.entry(131_079, "53200"));

    private TrinoFailures() {}

    /** With a state for the codes that people meet. */
    static SQLException standard(SQLException failure) {
        String state = STATES.get(failure.getErrorCode());
        return state == null ? failure : new SQLException(failure.getMessage(), state, failure.getErrorCode(), failure);
    }

    static Optional<Reason> reason(SQLException failure) {
        return switch (failure.getErrorCode()) {
            case USER_CANCELED -> Optional.of(Reason.CANCELLED);
            case CATALOG_NOT_FOUND, SCHEMA_NOT_FOUND -> Optional.of(Reason.DATABASE_UNKNOWN);
            case EXCEEDED_TIME_LIMIT -> Optional.of(Reason.TIMEOUT);
            default -> said(failure);
        };
    }

    private static Optional<Reason> said(SQLException failure) {
        String message = String.valueOf(failure.getMessage());
        return message.startsWith("Authentication failed") ? Optional.of(Reason.CREDENTIALS) : Optional.empty();
    }
}
