package dev.karavel.sqllab.run;

import dev.karavel.api.error.ErrorCode;
import dev.karavel.api.error.KaravelException;
import dev.karavel.api.error.KaravelException.Place;
import dev.karavel.api.query.TypedStatements.Ready;
import dev.karavel.spi.data.WarehouseException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Why a statement failed, in the words of the warehouse: who wrote it may read them. Where row rules are in the statement they are
 * not his alone, and a value in the message may be of a row he must not see.
 */
public final class Reason {
    private static final int LONGEST = 4_000;
    private static final Pattern POSITION = Pattern.compile("\\s*Position: (\\d{1,9})\\s*$");

    private Reason() {}

    /** @param script as typed; places are found while the statement is part of it */
    public static KaravelException of(KaravelException failure, Ready statement, String script) {
        boolean refused = failure.code() == ErrorCode.WAREHOUSE_REFUSED
                && failure.getCause() instanceof WarehouseException warehouse
                && warehouse.reason() == WarehouseException.Reason.STATEMENT;
        if (!refused || statement.ruled()) {
            return failure;
        }
        String said = String.valueOf(failure.getCause().getMessage());
        Matcher position = POSITION.matcher(said);
        Optional<Place> place = position.find()
                ? place(statement.sql(), Integer.parseInt(position.group(1)) - 1, script)
                : Optional.empty();
        String words = position.replaceFirst("").strip();
        KaravelException told = new KaravelException(
                failure.code(),
                "sql",
                words.isEmpty() ? failure.getMessage() : words.substring(0, Math.min(LONGEST, words.length())),
                failure.getCause());
        return place.map(told::at).orElse(told);
    }

    /** Where a place of the statement is in the script; empty where what stands before it was written otherwise. */
    private static Optional<Place> place(String sql, int offset, String script) {
        if (offset < 0 || offset > sql.length()) {
            return Optional.empty();
        }
        int start = script.indexOf(sql.substring(0, offset));
        if (start < 0) {
            return Optional.empty();
        }
        String before = script.substring(0, start + offset);
        int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
        return Optional.of(new Place(line, before.length() - before.lastIndexOf('\n')));
    }
}
