package dev.karavel.datasource.sqlserver;

import dev.karavel.spi.data.WarehouseException.Reason;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.util.Locale;
import java.util.Optional;

/** What the server's error numbers mean, and the driver's own failures, which have no number and hide their cause. */
final class SqlServerErrors {
    private SqlServerErrors() {}

    static Optional<Reason> reason(SQLException failure) {
        Optional<Reason> numbered = numbered(failure.getErrorCode());
        if (numbered.isPresent()) {
            return numbered;
        }
        String message = String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT);
        if (failure instanceof SQLTimeoutException || message.contains("query has timed out")) {
            return Optional.of(Reason.TIMEOUT);
        }
        if (message.contains("query was canceled") || message.contains("query was cancelled")) {
            return Optional.of(Reason.CANCELLED);
        }
        if (message.contains("pkix") || message.contains("secure connection") || message.contains("ssl encryption")) {
            return Optional.of(Reason.TLS);
        }
        if (message.contains("tcp/ip connection")) {
            return Optional.of(network(message));
        }
        return Optional.empty();
    }

    private static Reason network(String message) {
        if (message.contains("connection refused") || message.contains("connection reset")) {
            return Reason.PORT_CLOSED;
        }
        return message.contains("timed out") || message.contains("unreachable")
                ? Reason.UNREACHABLE
                : Reason.HOST_UNKNOWN;
    }

    private static Optional<Reason> numbered(int number) {
        return switch (number) {
            case 18450, 18451, 18452, 18456, 18458, 18459, 18460, 18461, 18470, 18486, 18487, 18488 ->
                Optional.of(Reason.CREDENTIALS);
            case 911, 4060, 4064, 40532 -> Optional.of(Reason.DATABASE_UNKNOWN);
            // a lock that is not given up, and a statement ended by the governor
            case 1222, 8649 -> Optional.of(Reason.TIMEOUT);
            // Azure: the service is busy, moving, or not open to this address
            case 40197, 40501, 40613, 40615, 49918, 49919, 49920 -> Optional.of(Reason.UNREACHABLE);
            default -> Optional.empty();
        };
    }
}
