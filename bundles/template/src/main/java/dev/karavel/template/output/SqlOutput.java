package dev.karavel.template.output;

import dev.karavel.api.template.Outside;
import dev.karavel.spi.data.Dialect;
import dev.karavel.template.run.TemplateFault;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Puts a rendering together. What is from outside never leaves the place it stands in: within quotes they are escaped, in the
 * open it has to be a number or a name, in a comment it is left out.
 */
public final class SqlOutput {
    private static final Pattern NUMBER_OR_NAME =
            Pattern.compile("-?\\d{1,40}(\\.\\d{1,40})?|[A-Za-z_]\\w{0,127}(\\.[A-Za-z_]\\w{0,127}){0,3}");

    private final Dialect dialect;
    private final Quotes quotes;
    private final StringBuilder sql = new StringBuilder();

    private SqlOutput(Dialect dialect) {
        this.dialect = dialect;
        quotes = new Quotes(dialect.syntax());
    }

    /** @param pieces Strings and {@link Outside}s */
    public static String of(List<Object> pieces, Dialect dialect) {
        if (pieces.stream().allMatch(String.class::isInstance)) {
            StringBuilder all = new StringBuilder();
            pieces.forEach(piece -> all.append((String) piece));
            return all.toString();
        }
        if (dialect.syntax().dollarQuotes()
                && pieces.stream().anyMatch(piece -> piece instanceof String sql && sql.indexOf('$') >= 0)) {
            throw new TemplateFault("A value from outside cannot stand beside texts in dollar quotes");
        }
        SqlOutput output = new SqlOutput(dialect);
        pieces.forEach(output::add);
        return output.sql.toString();
    }

    private void add(Object piece) {
        String text = piece instanceof Outside outside ? escaped(outside.text()) : (String) piece;
        sql.append(text);
        quotes.read(text);
    }

    private String escaped(String text) {
        return switch (quotes.place()) {
            case OPEN -> open(text);
            case TEXT -> inText(text);
            case NAME -> inName(text);
            case LINE_COMMENT, BLOCK_COMMENT -> "";
        };
    }

    private String open(String text) {
        boolean comment = text.startsWith("-") && quotes.before() == '-';
        if (!NUMBER_OR_NAME.matcher(text).matches() || comment) {
            throw new TemplateFault(
                    "A value from outside stands outside of quotes and is neither a number nor a name; put it into "
                            + "quotes, or use the filter where_in");
        }
        return text;
    }

    private String inText(String text) {
        if (quotes.escaping()) {
            throw new TemplateFault("A value from outside cannot stand behind a backslash");
        }
        if (quotes.closing() != '\'') {
            return inName(text);
        }
        String literal = dialect.literal(text);
        int begin = literal.indexOf('\'');
        if (begin < 0 || !literal.endsWith("'") || begin == literal.length() - 1) {
            throw new TemplateFault("A value from outside cannot be put into quotes here; use the filter where_in");
        }
        return literal.substring(begin + 1, literal.length() - 1);
    }

    private String inName(String text) {
        if (text.indexOf('\\') >= 0) {
            throw new TemplateFault("A value from outside holds a backslash where none is allowed");
        }
        String quote = String.valueOf(quotes.closing());
        return text.replace(quote, quote + quote);
    }
}
