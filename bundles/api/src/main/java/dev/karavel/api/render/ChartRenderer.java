package dev.karavel.api.render;

import dev.karavel.api.catalog.Chart;
import dev.karavel.api.catalog.Dashboard;
import dev.karavel.api.query.ChartRequest;
import dev.karavel.api.security.Principal;
import java.util.Collection;
import java.util.Map;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Charts and dashboards as pictures that look like the page. Safe for several threads; blocks the caller. Work is done by few
 * threads with a short line before them. Pictures are kept by what they show: of the rows somebody may not see, nobody gets a
 * picture.
 *
 * <p>A chart that cannot be drawn (its plugin is gone or fails, the warehouse is away, there are no rows) is a picture that says
 * so. Everything here may throw {@link dev.karavel.api.error.KaravelException} with QUEUE_FULL when the line is full, and
 * INVALID_REQUEST with the field for sizes that are too large.
 */
@ProviderType
public interface ChartRenderer {
    /**
     * A chart, saved or not.
     *
     * @throws dev.karavel.api.error.KaravelException NOT_FOUND, FORBIDDEN, and INVALID_REQUEST with the control, as asking for its
     *     data does
     */
    Picture chart(ChartRequest request, Look look, Principal principal);

    /** Rows that the caller brings. */
    Picture sample(Sample sample, Look look, Principal principal);

    /**
     * A whole dashboard in its layout. Charts the principal may not see say so in their place.
     *
     * @throws dev.karavel.api.error.KaravelException NOT_FOUND when there is none, or it may not be seen
     */
    Picture dashboard(long dashboardId, DashboardPart part, Look look, Principal principal);

    /**
     * Names the charts' content, by their ids: changes with the chart, its dataset, the plugin that draws it and what the principal
     * may see of its rows. Cheap; does not look at data, and checks no right.
     */
    Map<Long, String> chartDigests(Collection<Chart> charts, Principal principal);

    /** The same for dashboards and all their charts. */
    Map<Long, String> dashboardDigests(Collection<Dashboard> dashboards, Principal principal);
}
