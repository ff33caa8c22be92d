package dev.karavel.report.alert;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.karavel.api.catalog.Database;
import dev.karavel.api.error.ErrorCode;
import dev.karavel.api.error.KaravelException;
import dev.karavel.api.query.TypedStatements;
import dev.karavel.api.query.TypedStatements.Ready;
import dev.karavel.api.query.TypedStatements.Typed;
import dev.karavel.api.report.ReportSchedule.Alarm;
import dev.karavel.api.security.Principal;
import dev.karavel.api.sql.SqlRunner;
import dev.karavel.api.sqllab.SqlLab;
import dev.karavel.report.ReportSettings;
import dev.karavel.spi.data.Limits;
import dev.karavel.spi.data.Table;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Asks an alert's statement, with the rights of its executor, as if he had typed it. */
@Component(service = AlertEvaluator.class)
public final class AlertEvaluator {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final SqlLab lab;
    private final TypedStatements statements;
    private final SqlRunner runner;
    private final ReportSettings settings;

    @Activate
    public AlertEvaluator(
            @Reference SqlLab lab,
            @Reference TypedStatements statements,
            @Reference SqlRunner runner,
            @Reference ReportSettings settings) {
        this.lab = lab;
        this.statements = statements;
        this.runner = runner;
        this.settings = settings;
    }

    /** Whether the statement may be sent; asks the warehouse nothing. */
    public void check(Alarm alarm, Principal principal) {
        if (alarm.sql().isBlank()) {
            throw KaravelException.invalid("sql", "An alert needs a statement that gives one value");
        }
        prepare(alarm, database(alarm, principal), principal);
    }

    /** @throws KaravelException INVALID_REQUEST with the field sql where it gives more than one value, or no number */
    public Verdict evaluate(Alarm alarm, Principal principal) {
        Database database = database(alarm, principal);
        Ready statement = prepare(alarm, database, principal);
        Limits limits = Limits.of(2, settings.statementTime());
        Table rows;
        try {
            rows = runner.run(database, statement.sql(), limits, Instant.now().plus(settings.statementTime()));
        } catch (KaravelException e) {
            if (e.code() != ErrorCode.WAREHOUSE_REFUSED) {
                throw e;
            }
            // asking the same again would be refused again
            throw new KaravelException(ErrorCode.STATEMENT_REFUSED, "sql", e.getMessage(), e);
        }
        return judge(alarm, rows);
    }

    static Verdict judge(Alarm alarm, Table rows) {
        if (rows.rows() > 1) {
            throw KaravelException.invalid(
                    "sql", "The alert's statement gave more than one row: it has to give one value");
        }
        if (rows.columns().size() > 1) {
            throw KaravelException.invalid(
                    "sql",
                    "The alert's statement gave " + rows.columns().size() + " columns: it has to give one value");
        }
        Object value = rows.rows() == 0 ? null : rows.value(0, 0);
        String row = rows.rows() == 0 ? "" : row(rows);
        if (alarm.operator().isEmpty()) {
            return new Verdict(isSomething(value), asNumber(value), row, String.valueOf(value));
        }
        if (rows.rows() > 0 && value == null) {
            return new Verdict(false, OptionalDouble.empty(), row, "null");
        }
        double number = rows.rows() == 0
                ? 0
                : asNumber(value)
                        .orElseThrow(() -> KaravelException.invalid(
                                "sql", "The alert's statement gave “" + shortened(value) + "”, which is no number"));
        boolean fires = holds(number, alarm.operator().get(), alarm.threshold().orElse(0));
        return new Verdict(fires, OptionalDouble.of(number), row, String.valueOf(value == null ? 0 : value));
    }

    private Database database(Alarm alarm, Principal principal) {
        try {
            return lab.askable(alarm.databaseId(), principal);
        } catch (KaravelException e) {
            throw e.code() == ErrorCode.NOT_FOUND
                    ? new KaravelException(ErrorCode.INVALID_REQUEST, "database", e.getMessage(), e)
                    : e;
        }
    }

    private Ready prepare(Alarm alarm, Database database, Principal principal) {
        List<Ready> ready =
                statements.prepare(new Typed(database, Optional.empty(), alarm.sql(), "", principal, false, 2));
        if (ready.size() != 1) {
            throw KaravelException.invalid("sql", "An alert asks one statement, here are " + ready.size());
        }
        return ready.get(0);
    }

    private static boolean isSomething(Object value) {
        if (value == null) {
            return false;
        }
        OptionalDouble number = value instanceof Boolean flag
                ? OptionalDouble.of(Boolean.TRUE.equals(flag) ? 1 : 0)
                : value instanceof Number ? asNumber(value) : OptionalDouble.empty();
        return number.isEmpty() || number.getAsDouble() != 0 && !Double.isNaN(number.getAsDouble());
    }

    private static OptionalDouble asNumber(Object value) {
        if (value instanceof Number number) {
            return OptionalDouble.of(number.doubleValue());
        }
        if (value instanceof Boolean flag) {
            return OptionalDouble.of(flag ? 1 : 0);
        }
        if (value instanceof String text
                && text.strip().matches("[-+]?(\\d{1,30}(\\.\\d{0,30})?|\\.\\d{1,30})([eE][-+]?\\d{1,3})?")) {
            return OptionalDouble.of(Double.parseDouble(text.strip()));
        }
        return OptionalDouble.empty();
    }

    private static boolean holds(double value, String operator, double threshold) {
        return switch (operator) {
            case "<" -> value < threshold;
            case "<=" -> value <= threshold;
            case ">" -> value > threshold;
            case ">=" -> value >= threshold;
            case "==" -> value == threshold;
            case "!=" -> value != threshold;
            default -> throw new IllegalStateException("Is checked before it is stored: " + operator);
        };
    }

    private static String row(Table rows) {
        ObjectNode row = MAPPER.createObjectNode();
        Object value = rows.value(0, 0);
        row.putPOJO(rows.columns().get(0).name(), value instanceof Number || value == null ? value : value.toString());
        return "[" + row + "]";
    }

    private static String shortened(Object value) {
        String text = String.valueOf(value);
        return text.length() > 60 ? text.substring(0, 60) + "…" : text;
    }
}
