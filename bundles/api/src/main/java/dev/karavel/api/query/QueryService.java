package dev.karavel.api.query;

import dev.karavel.api.security.Principal;
import dev.karavel.spi.data.Table;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Answers a chart's question: rights, then the cache, then the warehouse, then post-processing. Safe for several threads; blocks
 * the caller until there is an answer or the deadline has passed.
 */
@ProviderType
public interface QueryService {
    /** {@link #answer(ChartRequest, ResultFormat, Principal, Instant)} as {@link ResultFormat#JSON}. */
    default ChartAnswer answer(ChartRequest request, Principal principal, Instant deadline) {
        return answer(request, ResultFormat.JSON, principal, deadline);
    }

    /**
     * @param format one that is {@linkplain ResultFormat#kept kept}
     * @throws dev.karavel.api.error.KaravelException NOT_FOUND or FORBIDDEN before anything is asked; INVALID_REQUEST with the
     *     field or control; STATEMENT_REFUSED; WAREHOUSE_…; QUEUE_FULL; PLUGIN_MISSING when nobody can turn the form data of
     *     that viz_type into a question
     */
    ChartAnswer answer(ChartRequest request, ResultFormat format, Principal principal, Instant deadline);

    /**
     * The answer if it is kept and may still be given, under the same rights; empty where somebody would have to be asked, and for
     * whoever forces a fresh one. Reaches no warehouse.
     *
     * @param format one that is {@linkplain ResultFormat#kept kept}
     * @throws dev.karavel.api.error.KaravelException as {@link #answer(ChartRequest, ResultFormat, Principal, Instant)} does before
     *     anything is asked
     */
    default Optional<ChartAnswer> kept(ChartRequest request, ResultFormat format, Principal principal) {
        return Optional.empty();
    }

    /**
     * The same answer as a file, with the same rights, cache and errors.
     *
     * @param format one that is not {@linkplain ResultFormat#kept kept}, or {@link ResultFormat#ARROW}
     */
    Download download(ChartRequest request, ResultFormat format, Principal principal, Instant deadline);

    /**
     * All rows of the answer as a file, however many the request's own row limit is, up to the server's bound for exports: read
     * while they are written, and neither kept nor held in memory. Where all rows are needed at once, because of post-processing for
     * instance, it is the same as {@link #download}.
     *
     * @param format one that is not {@linkplain ResultFormat#kept kept}, or {@link ResultFormat#ARROW}
     */
    Download export(ChartRequest request, ResultFormat format, Principal principal);

    /** The same answer as tables, one per question, with the same rights, cache and errors. */
    List<Table> tables(ChartRequest request, Principal principal, Instant deadline);

    /** Distinct values of a column of a dataset, for filters; at most {@code limit}, and none where it offers none. */
    List<Object> values(long datasetId, String column, int limit, Principal principal, Instant deadline);
}
