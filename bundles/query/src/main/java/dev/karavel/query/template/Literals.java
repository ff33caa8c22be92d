package dev.karavel.query.template;

import dev.karavel.api.template.Arguments;
import dev.karavel.api.template.Outside;
import dev.karavel.spi.data.Dialect;
import java.util.stream.Collectors;

/** The filter {@code where_in}: values as a list of literals. */
record Literals(Dialect dialect) {
    /** No values are a list that matches nothing, so that the statement stays one; or None where that is asked for. */
    Object whereIn(Arguments given) {
        Arguments arguments = given.of("values", "mark", "default_to_none");
        if (arguments.list("values").isEmpty()) {
            return arguments.flag("default_to_none", false) ? null : "(NULL)";
        }
        return arguments.list("values").stream()
                .map(value -> literal(arguments, value))
                .collect(Collectors.joining(", ", "(", ")"));
    }

    private String literal(Arguments arguments, Object value) {
        try {
            return dialect.literal(value instanceof Outside outside ? outside.text() : value);
        } catch (IllegalArgumentException e) {
            throw arguments.wrong("takes texts, numbers, dates and truth values");
        }
    }
}
