package dev.karavel.metadata.repository;

import dev.karavel.api.catalog.Chart;
import dev.karavel.api.catalog.Charts;
import dev.karavel.api.catalog.Stamp;
import dev.karavel.api.catalog.ThingKind;
import dev.karavel.api.catalog.Visibility;
import dev.karavel.api.event.Topics;
import dev.karavel.metadata.entity.ChartEntity;
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
public final class StoredCharts extends StoredRepository<ChartEntity, Chart> implements Charts {
    private static final Kind<ChartEntity> KIND = new Kind<>(
                    ChartEntity.class,
                    "Chart",
                    "slices",
                    Topics.CHART_CHANGED,
                    " join e.dataset ds left join e.creator creator left join e.changer changer",
                    new ListColumns("charts", "changed_on", true)
                            .text("slice_name", "e.name")
                            .text("viz_type", "e.vizType")
                            .text("description", "e.description")
                            .search(
                                    "slice_name",
                                    "chart_all_text",
                                    "e.name",
                                    "e.description",
                                    "e.vizType",
                                    "ds.tableName")
                            .one("datasource_id", "e.datasetId")
                            .text("datasource_name", "ds.tableName")
                            .manyOf("dashboards", "DashboardEntity", "charts")
                            .many("owners", "ChartEntity", "owners", "")
                            .choice(
                                    "id",
                                    "chart_is_certified",
                                    "e.certifiedBy <> ''",
                                    "(e.certifiedBy is null or e.certifiedBy = '')")
                            .favorites("chart")
                            .tags("chart", "chart")
                            .stamped())
            .trashed("", "");

    private final StoredVersions versions;

    @Activate
    public StoredCharts(
            @Reference Transactions transactions, @Reference EventAdmin events, @Reference StoredVersions versions) {
        super(KIND, transactions, events, KnownRecords.of("slices"));
        this.versions = versions;
    }

    @Override
    ChartEntity fresh() {
        return new ChartEntity();
    }

    @Override
    void saved(EntityManager entities, Optional<Chart> before, Chart now) {
        Stamp former = before.map(Chart::stamp).orElse(now.stamp());
        versions.keep(entities, ThingKind.CHART, before, now, former, now.stamp());
    }

    @Override
    void limit(Visibility.Limited visibility, Where where) {
        where.and(Limits.in("e.datasetId", visibility.datasets(), where) + " or "
                + Limits.owned("ChartEntity", visibility.userId(), where));
    }

    @Override
    public List<Chart> ofDataset(long datasetId) {
        return findAll("e.datasetId = ?1", datasetId);
    }
}
