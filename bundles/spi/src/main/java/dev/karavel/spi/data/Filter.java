package dev.karavel.spi.data;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;

/**
 * A condition on a dimension. Values are String, Number, Boolean or null (a null in an IN list means "is null").
 *
 * @param values none for the operators that need none, one for comparisons, any number for IN and NOT IN
 */
public record Filter(Dimension on, Operator operator, List<Object> values) {
    public Filter {
        Objects.requireNonNull(on, "on");
        Objects.requireNonNull(operator, "operator");
        values = Collections.unmodifiableList(new ArrayList<>(values));
    }
}
