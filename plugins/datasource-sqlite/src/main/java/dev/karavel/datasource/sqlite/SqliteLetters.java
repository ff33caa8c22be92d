package dev.karavel.datasource.sqlite;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.sqlite.Function;

/** LOWER and UPPER for letters beyond ASCII, which SQLite itself leaves as they are. */
final class SqliteLetters extends Function {
    private final UnaryOperator<String> change;

    private SqliteLetters(UnaryOperator<String> change) {
        this.change = change;
    }

    static void teach(Connection connection) throws SQLException {
        create(connection, "lower", new SqliteLetters(text -> text.toLowerCase(Locale.ROOT)), 1, FLAG_DETERMINISTIC);
        create(connection, "upper", new SqliteLetters(text -> text.toUpperCase(Locale.ROOT)), 1, FLAG_DETERMINISTIC);
    }

    @Override
    protected void xFunc() throws SQLException {
        String text = value_text(0);
        if (text == null) {
            result();
        } else {
            result(change.apply(text));
        }
    }
}
