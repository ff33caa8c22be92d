package dev.karavel.metadata.store;

import java.sql.SQLException;

/** Why the metadata database could not be opened, and what to do about it, for the operator's log. */
final class Refusal {
    private Refusal() {}

    static String explained(Throwable failure, OpenDatabase.Login login) {
        String place = "Metadata database " + login.address();
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return place + " " + explained(sql, login);
            }
        }
        return place + " cannot be opened: " + failure.getMessage();
    }

    private static String explained(SQLException failure, OpenDatabase.Login login) {
        for (SQLException refusal = failure; refusal != null; refusal = refusal.getNextException()) {
            if ("XSDB6".equals(refusal.getSQLState())) {
                return "is in use by another process: stop the other server, or give this one a data folder of its own (KARAVEL_DATA)";
            }
        }
        String state = failure.getSQLState() == null ? "" : failure.getSQLState();
        if (state.startsWith("08") && !login.address().embedded()) {
            return "does not answer (" + failure.getMessage()
                    + "): is the server running, and do host and port in KARAVEL_METADATA_URL fit?";
        }
        return switch (state) {
            case "28P01", "28000" ->
                "refuses user \"" + login.user() + "\": check KARAVEL_METADATA_USER and KARAVEL_METADATA_PASSWORD";
            case "3D000" -> "does not exist on that server: create it, empty; the tables are made at the start";
            case "42501" ->
                "does not allow user \"" + login.user()
                        + "\" to make tables: grant it the right to create in its schema";
            default -> "cannot be opened (" + state + "): " + failure.getMessage();
        };
    }
}
