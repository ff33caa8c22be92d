package dev.karavel.metadata.store;

import java.sql.SQLException;
import java.util.Map;

/** Why the metadata database could not be opened, and what to do about it, for the operator's log. */
final class Refusal {
    private static final String WRONG_USER = "28P01";
    private static final String NO_DATABASE = "3D000";
    private static final String NOT_ALLOWED = "42501";
    private static final String HALF_MADE = "half made";

    /** The state that tells the same elsewhere. */
    private static final Map<Integer, String> MYSQL_STATES = Map.of(
            // its words for a database that is not there as well, where the user may not see any
            1044, NO_DATABASE,
            1045, WRONG_USER,
            1049, NO_DATABASE,
            1142, NOT_ALLOWED,
            1050, HALF_MADE,
            1060, HALF_MADE,
            1061, HALF_MADE,
            1826, HALF_MADE);

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
        if (login.address().kind() == DatabaseAddress.Kind.MYSQL) {
            state = MYSQL_STATES.getOrDefault(failure.getErrorCode(), state);
        }
        return switch (state) {
            case WRONG_USER, "28000" ->
                "refuses user \"" + login.user() + "\": check KARAVEL_METADATA_USER and KARAVEL_METADATA_PASSWORD";
            case NO_DATABASE -> "does not exist on that server: create it, empty; the tables are made at the start";
            case NOT_ALLOWED ->
                "does not allow user \"" + login.user()
                        + "\" to make tables: grant it the right to create in its schema";
            case HALF_MADE ->
                "was left half made by a start that was ended, since MySQL keeps what was made of the tables: empty it, or restore"
                        + " the backup made before the upgrade (" + failure.getMessage() + ")";
            default -> "cannot be opened (" + state + "): " + failure.getMessage();
        };
    }
}
