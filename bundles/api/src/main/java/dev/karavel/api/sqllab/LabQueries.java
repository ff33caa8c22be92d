package dev.karavel.api.sqllab;

import dev.karavel.api.catalog.Repository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.osgi.annotation.versioning.ProviderType;

/** The history. A limited visibility shows somebody's own. */
@ProviderType
public interface LabQueries extends Repository<LabQuery> {
    Optional<LabQuery> findByClientId(String clientId);

    Optional<LabQuery> findByResultsKey(String key);

    /** Newest first. */
    List<LabQuery> changedSince(long userId, Instant moment, int most);

    /** Not at an end yet, on all nodes. */
    List<LabQuery> open();

    /**
     * Changes the course of a run that is not at an end; of two that try at once, both come through one after the other unless the
     * first was an end.
     *
     * @return what is stored now; empty if it was at an end, or is gone
     */
    Optional<LabQuery> advance(long id, UnaryOperator<LabQuery.Course> step);

    /** Forgets what ended before, whoever asked it. @return how many */
    int forgetBefore(Instant moment);
}
