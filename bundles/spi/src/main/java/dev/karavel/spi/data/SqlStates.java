package dev.karavel.spi.data;

import dev.karavel.spi.data.WarehouseException.Reason;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.util.Locale;
import javax.net.ssl.SSLException;

/** What SQL states and network failures mean, as the standard and most drivers use them. */
final class SqlStates {
    private SqlStates() {}

    static Reason reason(SQLException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SSLException || cause instanceof CertificateException) {
                return Reason.TLS;
            }
            if (cause instanceof UnknownHostException) {
                return Reason.HOST_UNKNOWN;
            }
            if (cause instanceof SocketTimeoutException || cause instanceof NoRouteToHostException) {
                return Reason.UNREACHABLE;
            }
            if (cause instanceof ConnectException) {
                return Reason.PORT_CLOSED;
            }
        }
        if (failure instanceof SQLTimeoutException) {
            return Reason.TIMEOUT;
        }
        String state = failure.getSQLState() == null ? "" : failure.getSQLState();
        if (state.startsWith("08") && speaksOfEncryption(failure)) {
            return Reason.TLS;
        }
        if (state.startsWith("28")) {
            return Reason.CREDENTIALS;
        }
        if (state.equals("3D000")) {
            return Reason.DATABASE_UNKNOWN;
        }
        if (state.equals("57014")) {
            return Reason.CANCELLED;
        }
        if (state.startsWith("08") || state.startsWith("57P")) {
            return Reason.UNREACHABLE;
        }
        return state.startsWith("HYT") ? Reason.TIMEOUT : Reason.STATEMENT;
    }

    private static boolean speaksOfEncryption(SQLException failure) {
        String message = String.valueOf(failure.getMessage()).toUpperCase(Locale.ROOT);
        return message.contains("SSL") || message.contains("TLS");
    }
}
