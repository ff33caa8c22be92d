package dev.karavel.metadata.repository;

import dev.karavel.api.catalog.Dashboard;
import dev.karavel.api.catalog.Dashboards;
import dev.karavel.api.catalog.Stamp;
import dev.karavel.api.catalog.ThingKind;
import dev.karavel.api.catalog.Visibility;
import dev.karavel.api.event.Topics;
import dev.karavel.metadata.entity.DashboardEntity;
import dev.karavel.metadata.history.StoredVersions;
import dev.karavel.metadata.list.ListColumns;
import dev.karavel.metadata.list.Where;
import dev.karavel.metadata.store.Transactions;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.event.EventAdmin;

@Component
public final class StoredDashboards extends StoredRepository<DashboardEntity, Dashboard> implements Dashboards {
    private static final Kind<DashboardEntity> KIND = new Kind<>(
                    DashboardEntity.class,
                    "Dashboard",
                    "dashboards",
                    Topics.DASHBOARD_CHANGED,
                    " left join e.creator creator left join e.changer changer",
                    new ListColumns("dashboards", "changed_on", true)
                            .text("dashboard_title", "e.title")
                            .text("slug", "e.slug")
                            .search("dashboard_title", "title_or_slug", "e.title", "e.slug")
                            .flag("published", "e.published")
                            .many("owners", "DashboardEntity", "owners", "")
                            .many("roles", "DashboardEntity", "roles", ".id")
                            .many("charts", "DashboardEntity", "charts", "")
                            .choice(
                                    "id",
                                    "dashboard_is_certified",
                                    "e.certifiedBy <> ''",
                                    "(e.certifiedBy is null or e.certifiedBy = '')")
                            .favorites("dashboard")
                            .tags("dashboard", "dashboard")
                            .stamped())
            .trashed("slug", "null");

    private final StoredVersions versions;

    @Activate
    public StoredDashboards(
            @Reference Transactions transactions, @Reference EventAdmin events, @Reference StoredVersions versions) {
        super(KIND, transactions, events);
        this.versions = versions;
    }

    @Override
    DashboardEntity fresh() {
        return new DashboardEntity();
    }

    @Override
    void saved(EntityManager entities, Optional<Dashboard> before, Dashboard now) {
        Stamp former = before.map(Dashboard::stamp).orElse(now.stamp());
        versions.keep(entities, ThingKind.DASHBOARD, before, now, former, now.stamp());
    }

    @Override
    void limit(Visibility.Limited visibility, Where where) {
        String shown = "exists (select x.id from DashboardEntity x join x.charts y, ChartEntity c"
                + " where x.id = e.id and c.id = y and c.deletedOn is null and "
                + Limits.in("c.datasetId", visibility.datasets(), where) + ")";
        String given = "exists (select x.id from DashboardEntity x join x.roles r where x.id = e.id and "
                + Limits.in("r.name", visibility.roles(), where) + ")";
        where.and("e.published = true and (" + shown + " or " + given + ") or "
                + Limits.owned("DashboardEntity", visibility.userId(), where));
    }

    @Override
    public Optional<Dashboard> findBySlug(String slug) {
        return findFirst("e.slug = ?1", slug);
    }

    @Override
    public List<Dashboard> withChart(long chartId) {
        return findAll("e.id in (select x.id from DashboardEntity x join x.charts c where c = ?1)", chartId);
    }

    @Override
    public List<Dashboard> withWarmUp() {
        return findAll("e.metadata like ?1", "%\"warm_up\"%");
    }
}
