package dev.karavel.api.render;

import java.util.List;

/**
 * What of a dashboard a picture shows.
 *
 * @param tabs ids of chosen tabs; where none of a row of tabs is named its first one shows
 * @param allTabs every tab below its name, instead
 */
public record DashboardPart(List<String> tabs, boolean allTabs) {
    public DashboardPart {
        tabs = List.copyOf(tabs);
    }

    /** As the page is when it is opened. */
    public static DashboardPart asOpened() {
        return new DashboardPart(List.of(), false);
    }
}
