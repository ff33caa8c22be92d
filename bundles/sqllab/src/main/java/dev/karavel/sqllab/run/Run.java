package dev.karavel.sqllab.run;

import dev.karavel.api.catalog.Database;
import dev.karavel.api.error.ErrorCode;
import dev.karavel.api.error.KaravelException;
import dev.karavel.api.query.TypedStatements;
import dev.karavel.api.query.TypedStatements.Ready;
import dev.karavel.api.query.TypedStatements.Typed;
import dev.karavel.api.sql.SqlCreations;
import dev.karavel.api.sql.SqlCreations.Made;
import dev.karavel.api.sql.SqlInspection.Kind;
import dev.karavel.api.sql.SqlRunner;
import dev.karavel.api.sqllab.LabQueries;
import dev.karavel.api.sqllab.LabQuery;
import dev.karavel.api.sqllab.LabQuery.Limiting;
import dev.karavel.api.sqllab.LabQuery.Making;
import dev.karavel.api.sqllab.LabQuery.State;
import dev.karavel.api.sqllab.LabQuery.Target;
import dev.karavel.spi.data.Limits;
import dev.karavel.spi.data.Table;
import dev.karavel.spi.data.TableName;
import dev.karavel.sqllab.result.ResultFolder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One run, from its first statement to its end. For one thread. */
final class Run {
    private static final Logger LOG = LoggerFactory.getLogger(Run.class);
    private static final int DONE = 100;

    /**
     * What runs need.
     *
     * @param bound rows of any result
     * @param leaving whether an interrupt is no end: the run goes on elsewhere
     */
    record Services(
            TypedStatements statements,
            SqlRunner runner,
            SqlCreations creations,
            LabQueries queries,
            ResultFolder results,
            int bound,
            Clock clock,
            BooleanSupplier leaving) {

        Services leaving(BooleanSupplier other) {
            return new Services(statements, runner, creations, queries, results, bound, clock, other);
        }
    }

    private final Services services;
    private final LabQuery query;
    private final Database database;
    private final Typed typed;
    private final Instant deadline;
    private final List<String> executed = new ArrayList<>();
    private Limiting limiting = Limiting.UNKNOWN;
    private Optional<Table> last = Optional.empty();

    /** @param typed with one row more than shall be shown, so that it is known whether there are more */
    Run(Services services, LabQuery query, Database database, Typed typed, Instant deadline) {
        this.services = services;
        this.query = query;
        this.database = database;
        this.typed = typed;
        this.deadline = deadline;
    }

    /** @return what ended it, unless it succeeded */
    Optional<KaravelException> run() {
        try {
            if (!advance(course -> course.running(now()))) {
                return Optional.of(stopped());
            }
            left();
            List<Ready> statements = services.statements().prepare(typed);
            for (int i = 0; i < statements.size(); i++) {
                step(statements.get(i), i, statements.size());
            }
            Optional<String> key = last.map(services.results()::keep);
            Optional<Long> rows = last.map(table -> (long) table.rows());
            return advance(course -> course.succeeded(rows, key, now())) ? Optional.empty() : Optional.of(stopped());
        } catch (KaravelException e) {
            return Optional.of(fail(e));
        } catch (RuntimeException e) {
            // the thread's edge: nothing may stay open
            LOG.error("Query {} failed", query.clientId(), e);
            return Optional.of(fail(new KaravelException(ErrorCode.INTERNAL, "Something went wrong on the server", e)));
        }
    }

    private void step(Ready statement, int number, int count) {
        executed.add(statement.sql());
        boolean going = advance(course ->
                course.at(number * DONE / count, text(), limiting, Notes.statement(course.extra(), number + 1, count)));
        if (!going) {
            throw stopped();
        }
        try {
            boolean made = number == count - 1 && query.question().makes().isPresent();
            if (made) {
                make(statement, query.question().makes().get());
            } else if (statement.kind().reads()) {
                select(statement);
            } else {
                OptionalLong changed = services.runner().change(database, List.of(statement.sql()), left(), deadline);
                say(statement.kind() + (changed.isPresent() ? ": " + changed.getAsLong() + " rows" : ""));
            }
        } catch (KaravelException e) {
            throw Reason.of(e, statement, typed.script());
        }
    }

    private void make(Ready statement, Making making) {
        if (statement.kind() != Kind.SELECT) {
            throw KaravelException.invalid("sql", "A table or view is made of what the last statement reads: a SELECT");
        }
        TableName name = new TableName(making.schema().or(typed::schema), making.name());
        Made made = making.target() == Target.TABLE ? Made.TABLE : Made.VIEW;
        List<String> statements = services.creations().statements(database, made, name, statement.sql());
        executed.set(executed.size() - 1, String.join(";\n\n", statements));
        advance(course -> course.at(course.progress(), text(), limiting, course.extra()));
        services.runner().change(database, statements, left(), deadline);
        last = Optional.empty();
        say(making.target() + " " + making.name() + " is made");
    }

    private void say(String message) {
        advance(course -> course.at(course.progress(), text(), limiting, Notes.message(course.extra(), message)));
    }

    private String text() {
        return String.join(";\n\n", executed);
    }

    private void select(Ready statement) {
        int most = query.question().limit();
        Table rows = services.runner().run(database, statement.sql(), Limits.of(most + 1, left()), deadline);
        limiting = limiting(statement, rows.rows(), most);
        last = Optional.of(rows.rows() > most ? cut(rows, most) : rows);
        advance(course -> course.at(course.progress(), text(), limiting, course.extra()));
    }

    /** The server's own bound may cut where the row too many would have been. */
    private Limiting limiting(Ready statement, int rows, int most) {
        long own = statement.limit().orElse(Long.MAX_VALUE);
        if (own <= most) {
            return rows < own ? Limiting.NOT_LIMITED : own == most ? Limiting.QUERY_AND_DROPDOWN : Limiting.QUERY;
        }
        return rows > most || rows == most && most >= services.bound() ? Limiting.DROPDOWN : Limiting.NOT_LIMITED;
    }

    private static Table cut(Table table, int rows) {
        Table.Builder cut = new Table.Builder(table.columns());
        for (int row = 0; row < rows; row++) {
            Object[] values = new Object[table.columns().size()];
            for (int column = 0; column < values.length; column++) {
                values[column] = table.value(row, column);
            }
            cut.add(values);
        }
        return cut.build();
    }

    private KaravelException fail(KaravelException failure) {
        State end =
                switch (failure.code()) {
                    case WAREHOUSE_TIMEOUT -> State.TIMED_OUT;
                    case CANCELLED -> State.STOPPED;
                    default -> State.FAILED;
                };
        // the interrupt that ended the statement must not end its epitaph
        Thread.interrupted();
        if (end == State.STOPPED && services.leaving().getAsBoolean()) {
            return failure;
        }
        advance(course -> course.ended(end, failure.getMessage(), Notes.failed(course.extra(), failure), now()));
        return failure;
    }

    private boolean advance(UnaryOperator<LabQuery.Course> step) {
        return services.queries().advance(query.id(), step).isPresent();
    }

    private Duration left() {
        Duration left = Duration.between(now(), deadline);
        if (left.isNegative() || left.isZero()) {
            throw tooLong();
        }
        return left;
    }

    private Instant now() {
        return services.clock().instant();
    }

    static KaravelException tooLong() {
        return new KaravelException(ErrorCode.WAREHOUSE_TIMEOUT, "The query took longer than it may");
    }

    private static KaravelException stopped() {
        return new KaravelException(ErrorCode.CANCELLED, "The query was stopped");
    }
}
