package dev.karavel.datasource.oracle;

import dev.karavel.spi.data.WarehouseException.Reason;
import java.net.UnknownHostException;
import java.sql.SQLException;
import java.util.Optional;
import javax.net.ssl.SSLException;

/** What the numbers behind ORA- mean. */
final class OracleErrors {
    private OracleErrors() {}

    static Optional<Reason> reason(SQLException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnknownHostException) {
                return Optional.of(Reason.HOST_UNKNOWN);
            }
            if (cause instanceof SSLException) {
                return Optional.of(Reason.TLS);
            }
        }
        return switch (failure.getErrorCode()) {
            // wrong, locked, expired, empty, not allowed to connect
            case 1017, 28000, 28001, 28002, 1005, 1045, 9911, 17132 -> Optional.of(Reason.CREDENTIALS);
            case 12504, 12505, 12514, 12521 -> Optional.of(Reason.DATABASE_UNKNOWN);
            case 12541 -> Optional.of(Reason.PORT_CLOSED);
            case 12545, 17868 -> Optional.of(Reason.HOST_UNKNOWN);
            case 1013, 18730 -> Optional.of(Reason.CANCELLED);
            case 40, 51, 54, 12801, 30006 -> Optional.of(Reason.TIMEOUT);
            case 28759, 28860, 29024, 29002, 17957 -> Optional.of(Reason.TLS);
            case 28,
                    1012,
                    1033,
                    1034,
                    1089,
                    1090,
                    2396,
                    2399,
                    3113,
                    3114,
                    3135,
                    12170,
                    12519,
                    12520,
                    12528,
                    12535,
                    12537,
                    12547,
                    12571,
                    17002,
                    17008,
                    17009,
                    17410,
                    17800,
                    28547 -> Optional.of(Reason.UNREACHABLE);
            default -> Optional.empty();
        };
    }
}
