package dev.karavel.web.explore;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.karavel.api.catalog.Charts;
import dev.karavel.api.catalog.Datasets;
import dev.karavel.api.catalog.KeptValue;
import dev.karavel.api.error.KaravelException;
import dev.karavel.api.security.AccessControl;
import dev.karavel.api.security.Principal;
import dev.karavel.web.json.Fields;
import dev.karavel.web.json.Json;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What a kept state speaks of: whoever keeps or reads it has to be allowed to see that. */
@Component(service = ExploreSubjects.class)
public final class ExploreSubjects {
    private static final Pattern DATASOURCE = Pattern.compile("(\\d{1,18})__(table|dataset)");

    private final Datasets datasets;
    private final Charts charts;
    private final AccessControl access;

    @Activate
    public ExploreSubjects(@Reference Datasets datasets, @Reference Charts charts, @Reference AccessControl access) {
        this.datasets = datasets;
        this.charts = charts;
        this.access = access;
    }

    /** A chart somebody may see is theirs to read even where its dataset is not. */
    void require(long dataset, Optional<Long> chart, Principal principal) {
        boolean seen = chart.flatMap(charts::find)
                .filter(found -> found.datasetId() == dataset && access.maySee(principal, found))
                .isPresent();
        if (!seen) {
            datasets.find(dataset)
                    .filter(found -> access.mayQuery(principal, found))
                    .orElseThrow(() -> KaravelException.notFound("Dataset", dataset));
        }
    }

    /** @throws KaravelException INVALID_REQUEST if the form data names no dataset */
    static long dataset(Fields formData) {
        Matcher named = DATASOURCE.matcher(formData.text("datasource", ""));
        if (!named.matches()) {
            throw KaravelException.invalid("formData", "formData.datasource has to name a dataset, such as 7__table");
        }
        return Long.parseLong(named.group(1));
    }

    static Fields state(KeptValue kept) {
        try {
            return new Fields(Json.read(kept.value()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What is kept under " + kept.key() + " is damaged", e);
        }
    }
}
