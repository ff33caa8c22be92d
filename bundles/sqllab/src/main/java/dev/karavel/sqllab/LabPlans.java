package dev.karavel.sqllab;

import dev.karavel.api.catalog.Database;
import dev.karavel.api.error.Blame;
import dev.karavel.api.error.ErrorCode;
import dev.karavel.api.error.KaravelException;
import dev.karavel.api.error.KaravelException.Place;
import dev.karavel.api.query.TypedStatements;
import dev.karavel.api.query.TypedStatements.Ready;
import dev.karavel.api.query.TypedStatements.Typed;
import dev.karavel.api.security.Principal;
import dev.karavel.api.sql.SqlInspection.Kind;
import dev.karavel.api.sql.SqlPlans;
import dev.karavel.api.sqllab.SqlLab.Estimate;
import dev.karavel.api.sqllab.SqlLab.Fault;
import dev.karavel.api.sqllab.SqlLab.Figure;
import dev.karavel.api.sqllab.SqlLab.Script;
import dev.karavel.sqllab.run.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What is known of statements before they run. */
@Component(service = LabPlans.class)
public final class LabPlans {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final TypedStatements statements;
    private final SqlPlans plans;

    @Activate
    public LabPlans(@Reference TypedStatements statements, @Reference SqlPlans plans) {
        this.statements = statements;
        this.plans = plans;
    }

    /** The parser first, then the plan of each SELECT; what only the warehouse's bad day is to blame for is no fault of the text. */
    List<Fault> check(Script script, Database database, Principal principal) {
        List<Ready> ready;
        try {
            ready = prepare(script, database, principal);
        } catch (KaravelException e) {
            return faults(e);
        }
        if (!plans.explains(database)) {
            return List.of();
        }
        Instant deadline = Instant.now().plus(PATIENCE);
        for (Ready statement : ready) {
            if (statement.kind() == Kind.SELECT) {
                try {
                    plans.explain(database, statement.sql(), deadline);
                } catch (KaravelException e) {
                    return faults(Reason.of(e, statement, script.sql()));
                }
            }
        }
        return List.of();
    }

    List<Estimate> estimate(Script script, Database database, Principal principal) {
        if (!plans.estimates(database) && !plans.explains(database)) {
            throw KaravelException.invalid(
                    "database_id", "This kind of database does not tell beforehand what a statement costs");
        }
        Instant deadline = Instant.now().plus(PATIENCE);
        List<Estimate> estimates = new ArrayList<>();
        for (Ready statement : prepare(script, database, principal)) {
            if (statement.kind() != Kind.SELECT) {
                throw new KaravelException(
                        ErrorCode.STATEMENT_REFUSED, "sql", "Only what reads can be estimated", null);
            }
            try {
                estimates.add(estimate(statement, database, deadline));
            } catch (KaravelException e) {
                throw Reason.of(e, statement, script.sql());
            }
        }
        return estimates;
    }

    private Estimate estimate(Ready statement, Database database, Instant deadline) {
        List<Figure> figures = new ArrayList<>();
        if (plans.estimates(database)) {
            plans.estimate(database, statement.sql(), deadline)
                    .forEach((name, value) -> figures.add(new Figure(name, value)));
        }
        String plan = plans.explains(database) ? plans.explain(database, statement.sql(), deadline) : "";
        return new Estimate(figures, plan);
    }

    private List<Ready> prepare(Script script, Database database, Principal principal) {
        return statements.prepare(
                new Typed(database, script.schema(), script.sql(), script.templateParams(), principal, true, 0));
    }

    private static List<Fault> faults(KaravelException failure) {
        boolean refused = failure.code() == ErrorCode.WAREHOUSE_REFUSED;
        if (failure.code().blame() != Blame.CALLER && !refused) {
            return List.of();
        }
        Place place = failure.place().orElse(new Place(0, 0));
        return List.of(new Fault(failure.getMessage(), place.line(), place.column()));
    }
}
