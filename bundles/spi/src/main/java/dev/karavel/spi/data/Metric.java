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

    /** SQL typed by a person; inspected before it is run. */
    record Expression(String sql, String label) implements Metric {
        public Expression {
            Objects.requireNonNull(sql, "sql");
            Objects.requireNonNull(label, "label");
        }
    }
}
