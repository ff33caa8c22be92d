package dev.karavel.spi.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a warehouse answers to EXPLAIN.
 *
 * @param text a line for each row of the answer, with a tab between its values
 */
public record Plan(String text) {
    public Plan {
        Objects.requireNonNull(text, "text");
    }

    public static Plan of(Table answer) {
        StringJoiner lines = new StringJoiner("\n");
        for (int row = 0; row < answer.rows(); row++) {
            StringJoiner line = new StringJoiner("\t");
            for (int column = 0; column < answer.columns().size(); column++) {
                line.add(Objects.toString(answer.value(row, column), ""));
            }
            lines.add(line.toString());
        }
        return new Plan(lines.toString());
    }

    /** The first group of the first place that matches. */
    public Optional<String> first(Pattern figure) {
        return all(figure).stream().findFirst();
    }

    /** The first group of each place that matches. */
    public List<String> all(Pattern figure) {
        List<String> found = new ArrayList<>();
        Matcher place = figure.matcher(text);
        while (place.find()) {
            found.add(place.group(1));
        }
        return found;
    }
}
