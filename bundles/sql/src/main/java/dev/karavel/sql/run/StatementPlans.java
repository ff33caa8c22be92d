package dev.karavel.sql.run;

import dev.karavel.api.catalog.Database;
import dev.karavel.api.error.KaravelException;
import dev.karavel.api.sql.SqlInspector;
import dev.karavel.api.sql.SqlPlans;
import dev.karavel.api.sql.SqlRunner;
import dev.karavel.api.sql.Warehouses;
import dev.karavel.spi.data.Dialect;
import dev.karavel.spi.data.Limits;
import dev.karavel.spi.data.Plan;
import dev.karavel.spi.data.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Plans and costs as the warehouses tell them, each in its own words. */
@Component
public final class StatementPlans implements SqlPlans {
    private static final Limits A_PLAN = Limits.of(10_000, Duration.ofSeconds(60));
    private static final String ANYTHING = "SELECT 1";

    private final Warehouses warehouses;
    private final SqlInspector inspector;
    private final SqlRunner runner;

    @Activate
    public StatementPlans(
            @Reference Warehouses warehouses, @Reference SqlInspector inspector, @Reference SqlRunner runner) {
        this.warehouses = warehouses;
        this.inspector = inspector;
        this.runner = runner;
    }

    @Override
    public boolean explains(Database database) {
        return dialect(database).explain(ANYTHING).isPresent();
    }

    @Override
    public boolean estimates(Database database) {
        return dialect(database).costQuestion(ANYTHING).isPresent();
    }

    @Override
    public String explain(Database database, String select, Instant deadline) {
        Optional<String> question = dialect(database).explain(inspected(database, select));
        return Plan.of(answer(database, question, "tells no plans", deadline)).text();
    }

    @Override
    public Map<String, String> estimate(Database database, String select, Instant deadline) {
        Optional<String> question = dialect(database).costQuestion(inspected(database, select));
        Table answer = answer(database, question, "tells no costs", deadline);
        Map<String, String> costs = dialect(database).costs(answer);
        return costs.isEmpty() ? Map.of("Cost", "not known") : costs;
    }

    private String inspected(Database database, String select) {
        return inspector.restrict(database, select, false, Map.of(), 0);
    }

    private Table answer(Database database, Optional<String> question, String lack, Instant deadline) {
        String sql = question.orElseThrow(
                () -> KaravelException.invalid("sql", "This kind of database " + lack + ": " + database.backend()));
        return runner.run(database, sql, A_PLAN, deadline);
    }

    private Dialect dialect(Database database) {
        return warehouses.open(database).dialect();
    }
}
