package dev.karavel.api.render;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What of a dashboard a picture shows, and under which filters.
 *
 * @param tabs ids of chosen tabs; where none of a row of tabs is named its first one shows
 * @param allTabs every tab below its name, instead
 * @param anchor id of a node of the layout: the tabs it lies in are chosen
 * @param dataMask what was chosen in filters, by their ids, and by clicks, by the charts' ids, as Superset has it: a JSON object.
 *     Filters it does not name have their defaults
 * @param urlParams what templates read of the page's address
 */
public record DashboardPart(
        List<String> tabs, boolean allTabs, Optional<String> anchor, String dataMask, Map<String, String> urlParams) {
    public DashboardPart {
        tabs = List.copyOf(tabs);
        Objects.requireNonNull(anchor, "anchor");
        Objects.requireNonNull(dataMask, "dataMask");
        urlParams = Map.copyOf(urlParams);
    }

    /** Under the filters' defaults. */
    public DashboardPart(List<String> tabs, boolean allTabs) {
        this(tabs, allTabs, Optional.empty(), "{}", Map.of());
    }

    /** As the page is when it is opened. */
    public static DashboardPart asOpened() {
        return new DashboardPart(List.of(), false);
    }
}
