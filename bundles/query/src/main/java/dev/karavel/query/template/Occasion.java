package dev.karavel.query.template;

import dev.karavel.api.catalog.Database;
import dev.karavel.api.catalog.Dataset;
import dev.karavel.api.security.Principal;
import dev.karavel.api.sql.TimeBounds;
import dev.karavel.spi.data.Filter;
import dev.karavel.spi.data.QuerySpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * What templates are rendered for: who asks what, with which filters, about which time.
 *
 * @param unplaced filters on columns the dataset does not have
 * @param parameters of the page's address
 * @param bounds of the time asked about
 * @param times what words of time mean on this occasion
 */
public record Occasion(
        Database database,
        Dataset dataset,
        QuerySpec spec,
        List<Filter> unplaced,
        Map<String, Object> parameters,
        TimeBounds bounds,
        Function<String, TimeBounds> times,
        Principal principal) {
    public Occasion {
        unplaced = List.copyOf(unplaced);
    }

    /** Somebody looks at a dataset without asking anything of it. */
    static Occasion of(Database database, Dataset dataset, Principal principal) {
        return new Occasion(
                database,
                dataset,
                QuerySpec.builder().build(),
                List.of(),
                Map.of(),
                TimeBounds.none(),
                words -> TimeBounds.none(),
                principal);
    }

    /** The same occasion seen from another dataset, from which nothing particular is asked. */
    Occasion from(Dataset other) {
        return new Occasion(database, other, spec, unplaced, parameters, bounds, times, principal);
    }

    List<Filter> filters() {
        List<Filter> all = new ArrayList<>(spec.filters());
        all.addAll(unplaced);
        return all;
    }
}
