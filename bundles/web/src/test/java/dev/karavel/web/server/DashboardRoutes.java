package dev.karavel.web.server;

import dev.karavel.api.security.AccessControl;
import dev.karavel.web.account.Journal;
import dev.karavel.web.dashboard.DashboardColorsResource;
import dev.karavel.web.dashboard.DashboardCopy;
import dev.karavel.web.dashboard.DashboardCopyResource;
import dev.karavel.web.dashboard.DashboardDraft;
import dev.karavel.web.dashboard.DashboardFiltersResource;
import dev.karavel.web.dashboard.DashboardFinder;
import dev.karavel.web.dashboard.DashboardLinkResource;
import dev.karavel.web.dashboard.DashboardPartsResource;
import dev.karavel.web.dashboard.DashboardResource;
import dev.karavel.web.dashboard.DashboardRows;
import dev.karavel.web.dashboard.FilterStateResource;
import dev.karavel.web.dataset.DatasetRows;
import dev.karavel.web.picture.DashboardPictureResource;

/** The routes of dashboards, but for their versions and favorites. */
final class DashboardRoutes {
    private DashboardRoutes() {}

    static Object[] resources(
            Shelves shelves,
            DashboardRows rows,
            DatasetRows datasetRows,
            FakeRenderer renderer,
            AccessControl access,
            Journal journal) {
        Shelves s = shelves;
        DashboardFinder finder = new DashboardFinder(s.dashboards, s.roles, access);
        DashboardDraft draft = new DashboardDraft(s.dashboards, s.charts, s.roles, s.themes, s.users, access);
        return new Object[] {
            new DashboardResource(s.dashboards, finder, rows, draft, s.users, access, journal),
            new DashboardPictureResource(finder, renderer, s.kept),
            new DashboardColorsResource(finder, draft, journal),
            new DashboardCopyResource(
                    finder, new DashboardCopy(draft, s.themes, s.charts, s.datasets, access), journal),
            new DashboardLinkResource(s.kept, finder),
            new FilterStateResource(s.kept, finder),
            new DashboardFiltersResource(finder, draft, journal),
            new DashboardPartsResource(finder, s.charts, s.datasets, datasetRows, access)
        };
    }
}
