package dev.karavel.metadata.store;

import dev.karavel.api.error.ErrorCode;
import dev.karavel.api.error.KaravelException;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a refusal of the database means to people. */
final class Failures {
    private static final String TAKEN = "23505";
    private static final String REFERENCE = "23503";
    /** What was to be stored, said before the constraint; it may look like one. */
    private static final Pattern MYSQL_ENTRY = Pattern.compile("(?s)duplicate entry '.*' for key");

    private static final Set<Integer> MYSQL_TAKEN = Set.of(1062, 1586);
    private static final Set<Integer> MYSQL_IN_USE = Set.of(1217, 1451);
    private static final Set<Integer> MYSQL_MISSING = Set.of(1216, 1452);
    /** It waited too long for a lock, or what it read was changed meanwhile; a deadlock has a state of its own. */
    private static final Set<Integer> MYSQL_AGAIN = Set.of(1020, 1205);

    private static final Pattern CONSTRAINT = Pattern.compile("(uq|fk)_(\\w+?)__(\\w+)");
    private static final Map<String, String> THINGS = Map.of(
            "tables", "datasets",
            "slices", "charts",
            "annotation", "annotations",
            "rls_filter_roles", "row rules",
            "saved_query", "saved queries",
            "report_schedule", "alerts or reports");

    private Failures() {}

    /** Deadlocks and lock time-outs: the transaction was rolled back, the next try finds the way free. */
    static boolean worthAnotherTry(PersistenceException failure) {
        SQLException cause = sql(failure);
        return cause != null && (state(cause).startsWith("40") || MYSQL_AGAIN.contains(cause.getErrorCode()));
    }

    static KaravelException translated(Exception failure) {
        SQLException cause = sql(failure);
        String state = cause == null ? "" : state(cause);
        int code = cause == null ? 0 : cause.getErrorCode();
        if (state.equals(TAKEN) || MYSQL_TAKEN.contains(code)) {
            return taken(constraint(cause), failure);
        }
        if (MYSQL_IN_USE.contains(code)) {
            return inUse(constraint(cause), failure);
        }
        if (MYSQL_MISSING.contains(code)) {
            return missing(constraint(cause), failure);
        }
        if (state.equals(REFERENCE)) {
            // both other databases say "on table" of what was tried
            boolean deleting = cause.getMessage().toLowerCase(Locale.ROOT).contains("delete on table");
            return deleting ? inUse(constraint(cause), failure) : missing(constraint(cause), failure);
        }
        if (optimistic(failure)) {
            return new KaravelException(
                    ErrorCode.CONFLICT,
                    "Somebody else changed it meanwhile: load it again and repeat your change",
                    failure);
        }
        if (cause instanceof SQLTransientConnectionException || state.startsWith("08")) {
            return new KaravelException(
                    ErrorCode.INTERNAL, "The metadata database does not answer: try again in a moment", failure);
        }
        return new KaravelException(
                ErrorCode.INTERNAL, "The metadata database did not do what was asked of it", failure);
    }

    private static KaravelException taken(Constraint constraint, Throwable cause) {
        return new KaravelException(
                ErrorCode.CONFLICT,
                constraint.field(),
                "Another one has this " + constraint.field() + " already: choose a different one",
                cause);
    }

    private static KaravelException inUse(Constraint constraint, Throwable cause) {
        String users = THINGS.getOrDefault(constraint.table(), constraint.table());
        return new KaravelException(
                ErrorCode.CONFLICT, "It is used by " + users + ": delete them or change what they use first", cause);
    }

    private static KaravelException missing(Constraint constraint, Throwable cause) {
        return new KaravelException(
                ErrorCode.INVALID_REQUEST,
                constraint.field(),
                "What " + constraint.field() + " points at does not exist",
                cause);
    }

    private record Constraint(String table, String field) {}

    private static Constraint constraint(SQLException failure) {
        String words = failure.getMessage().toLowerCase(Locale.ROOT);
        Matcher found = CONSTRAINT.matcher(MYSQL_ENTRY.matcher(words).replaceFirst(""));
        return found.find() ? new Constraint(found.group(2), found.group(3)) : new Constraint("", "");
    }

    private static String state(SQLException failure) {
        return failure.getSQLState() == null ? "" : failure.getSQLState();
    }

    private static boolean optimistic(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof OptimisticLockException) {
                return true;
            }
        }
        return false;
    }

    private static SQLException sql(Throwable failure) {
        SQLException last = null;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                last = sql;
            }
        }
        return last;
    }
}
