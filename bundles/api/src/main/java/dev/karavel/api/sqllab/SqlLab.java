package dev.karavel.api.sqllab;

import dev.karavel.api.catalog.Database;
import dev.karavel.api.query.Download;
import dev.karavel.api.query.ResultFormat;
import dev.karavel.api.security.Principal;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Runs what people type. Rights to databases and tables are checked here; whether somebody may see SQL Lab at all, and whose history
 * he reads, the caller checks. Safe for several threads.
 */
@ProviderType
public interface SqlLab {
    Bounds bounds();

    /**
     * Writes a run into the history and hands it to the threads that run it; returns at once.
     *
     * @throws dev.karavel.api.error.KaravelException NOT_FOUND for a database that is not the asker's to use, CONFLICT for a client id
     *     that is taken, INVALID_REQUEST with the field, QUEUE_FULL
     */
    LabQuery submit(Order order, Principal principal);

    /**
     * The run as it stands after at most that long.
     *
     * @throws dev.karavel.api.error.KaravelException what ended it, if that was a failure and it ran here
     */
    LabQuery await(LabQuery query, Duration patience);

    /**
     * Stops a run on whichever node it is, and its statement at the warehouse; nothing happens if it is at an end.
     *
     * @return as it is now
     */
    LabQuery stop(LabQuery query);

    /** @throws dev.karavel.api.error.KaravelException RESULT_EXPIRED if it is kept no more, NOT_FOUND if there never was one */
    LabResult result(LabQuery query);

    /** The kept result as a file; one that expired is asked for again. */
    Download export(LabQuery query, ResultFormat format, Principal principal);

    /** All rows, without the limit of the run, read while they are written. */
    Download exportAll(LabQuery query, ResultFormat format, String name, Principal principal);

    /** Databases somebody may use here. */
    List<Database> databases(Principal principal);

    /**
     * @param schema somebody works in
     * @throws dev.karavel.api.error.KaravelException NOT_FOUND
     */
    Database database(long id, Optional<String> schema, Principal principal);

    /** Of what may be asked without SQL Lab, by alerts: those of {@link #databases}, and those that are hidden there alone. */
    List<Database> askable(Principal principal);

    /** One of {@link #askable}. @throws dev.karavel.api.error.KaravelException NOT_FOUND */
    Database askable(long id, Principal principal);

    /** The text laid out for reading; templates in it stay as they are. */
    String format(String sql);

    /** What cannot be right in a script; empty if the warehouse would take it. Asks the warehouse to plan, not to run. */
    List<Fault> check(Script script, Principal principal);

    /** What the warehouse says it would do, statement by statement. */
    List<Estimate> estimate(Script script, Principal principal);

    /** What somebody wants run. */
    record Order(
            Script script,
            Optional<String> catalog,
            Optional<String> clientId,
            String tab,
            String editorId,
            Optional<Integer> limit,
            Optional<LabQuery.Making> makes,
            Duration time) {
        public Order {
            Objects.requireNonNull(script, "script");
            Objects.requireNonNull(time, "time");
        }
    }

    /** @param templateParams JSON object of variables for templates, or empty */
    record Script(long databaseId, Optional<String> schema, String sql, String templateParams) {
        public Script {
            Objects.requireNonNull(sql, "sql");
            Objects.requireNonNull(templateParams, "templateParams");
        }
    }

    /** @param line from 1, 0 where nobody knows; likewise the column */
    record Fault(String message, int line, int column) {}

    /** @param figures of the plan by what they are; {@code plan} in the warehouse's own words */
    record Estimate(List<Figure> figures, String plan) {
        public Estimate {
            figures = List.copyOf(figures);
        }
    }

    record Figure(String name, String value) {}

    /**
     * @param usualLimit rows where nobody says
     * @param mostLimit rows at all
     * @param shown most rows in an answer of row objects
     * @param syncTime of a run somebody waits for
     * @param asyncTime of one nobody does
     */
    record Bounds(int usualLimit, int mostLimit, int shown, Duration syncTime, Duration asyncTime) {}
}
