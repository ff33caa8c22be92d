package dev.karavel.spi.data;

import java.util.Objects;

/** A number per group: saved with the dataset, an aggregate of a column, or an aggregate in the warehouse's SQL. */
public sealed interface Metric extends Term {
    /** A metric of the dataset, by its name. */
    record Saved(String name) implements Metric {
        public Saved {
            Objects.requireNonNull(name, "name");
        }

        @Override
        public String label() {
            return name;
        }
    }

    /** An aggregate over one column of the dataset. */
    record Simple(String column, Aggregate aggregate, String label) implements Metric {
        public Simple {
            Objects.requireNonNull(column, "column");
            Objects.requireNonNull(aggregate, "aggregate");
            Objects.requireNonNull(label, "label");
        }
    }

    /**
     * An interpolated percentile of a column of numbers. Where the warehouse has none, it is worked out after the query.
     *
     * @param fraction 0 to 1; 0.5 is the median
     */
    record Percentile(String column, double fraction, String label) implements Metric {
        public Percentile {
            Objects.requireNonNull(column, "column");
            Objects.requireNonNull(label, "label");
            if (!(fraction >= 0 && fraction <= 1)) {
                throw new IllegalArgumentException("A fraction is between 0 and 1, not " + fraction);
            }
        }
    }

    /** SQL typed by a person; inspected before it is run. */
    record Expression(String sql, String label) implements Metric {
        public Expression {
            Objects.requireNonNull(sql, "sql");
            Objects.requireNonNull(label, "label");
        }
    }
}
