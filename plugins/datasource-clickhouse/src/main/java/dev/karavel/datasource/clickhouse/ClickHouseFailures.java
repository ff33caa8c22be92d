package dev.karavel.datasource.clickhouse;

import com.clickhouse.client.api.ServerException;
import dev.karavel.spi.data.WarehouseException.Reason;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;

/** What ClickHouse's own error codes mean. */
final class ClickHouseFailures {
    private static final Map<Integer, String> STATES = Map.ofEntries(
            Map.entry(6, "22018"), // cannot parse
            Map.entry(41, "22007"),
            Map.entry(43, "42703"), // type of an argument
            Map.entry(46, "42P01"), // function
            Map.entry(47, "42703"), // column
            Map.entry(53, "42703"), // type
            Map.entry(60, "42P01"), // table
            Map.entry(62, "42601"), // syntax
            Map.entry(153, "22012"), // division
            Map.entry(202, "53300"), // too many statements
            Map.entry(241, "53200"), // memory
            Map.entry(386, "42703"), // no common type
            Map.entry(407, "22003"), // overflow
            Map.entry(497, "42501")); // permission

    private ClickHouseFailures() {}

    /** With a state of its own: the driver says of each failure that a value does not fit. */
    static SQLException standard(SQLException failure) {
        int code = code(failure);
        String state = STATES.getOrDefault(code, "HY000");
        return code == 0 ? failure : new SQLException(failure.getMessage(), state, code, failure);
    }

    static Optional<Reason> reason(SQLException failure) {
        return switch (code(failure)) {
            case 81 -> Optional.of(Reason.DATABASE_UNKNOWN);
            case 159, 160 -> Optional.of(Reason.TIMEOUT);
            case 192, 193, 194, 516 -> Optional.of(Reason.CREDENTIALS);
            case 394 -> Optional.of(Reason.CANCELLED);
            case 0 -> Optional.empty();
            default -> Optional.of(Reason.STATEMENT);
        };
    }

    /** Of the server; 0 if it said nothing. */
    private static int code(SQLException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ServerException server) {
                return server.getCode();
            }
        }
        return 0;
    }
}
