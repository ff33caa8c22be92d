package dev.karavel.spi.data;

import java.util.Objects;
import java.util.Optional;

/** What a query groups by, or selects as it is: a column of the dataset, or an expression in the warehouse's SQL. */
public sealed interface Dimension extends Term {
    /** Rounds temporal values down; ignored on a column that is not temporal. */
    Optional<TimeGrain> grain();

    /** A column of the dataset, calculated ones included, by its name. */
    record Named(String column, Optional<TimeGrain> grain) implements Dimension {
        public Named {
            Objects.requireNonNull(column, "column");
            Objects.requireNonNull(grain, "grain");
        }

        public Named(String column) {
            this(column, Optional.empty());
        }

        @Override
        public String label() {
            return column;
        }
    }

    /** SQL typed by a person; inspected before it is run. */
    record Expression(String sql, String label, Optional<TimeGrain> grain) implements Dimension {
        public Expression {
            Objects.requireNonNull(sql, "sql");
            Objects.requireNonNull(label, "label");
            Objects.requireNonNull(grain, "grain");
        }
    }
}
