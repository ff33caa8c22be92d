package dev.karavel.security.access;

import dev.karavel.api.catalog.Chart;
import dev.karavel.api.catalog.Charts;
import dev.karavel.api.catalog.Dashboard;
import dev.karavel.api.catalog.Dataset;
import dev.karavel.api.catalog.Permission;
import dev.karavel.api.catalog.Visibility;
import dev.karavel.api.error.ErrorCode;
import dev.karavel.api.error.KaravelException;
import dev.karavel.api.security.AccessControl;
import dev.karavel.api.security.Principal;
import dev.karavel.security.access.DatasetMap.Place;
import dev.karavel.security.role.DataGrants;
import dev.karavel.security.role.RoleBook;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Rights by role, by ownership and by what a dashboard was given to. */
@Component
public final class RoleAccessControl implements AccessControl {
    private final RoleBook roles;
    private final DatasetMap datasets;
    private final Charts charts;
    private final RuleBook rowRules;

    @Activate
    public RoleAccessControl(
            @Reference RoleBook roles,
            @Reference DatasetMap datasets,
            @Reference Charts charts,
            @Reference RuleBook rowRules) {
        this.roles = roles;
        this.datasets = datasets;
        this.charts = charts;
        this.rowRules = rowRules;
    }

    @Override
    public boolean may(Principal principal, String action, String view) {
        Permission asked = new Permission(action, view);
        return principal.isAdmin()
                || principal.roles().stream()
                        .anyMatch(role -> roles.find(role).permissions().contains(asked));
    }

    @Override
    public void require(Principal principal, String action, String view) {
        if (may(principal, action, view)) {
            return;
        }
        throw principal.anonymous()
                ? new KaravelException(ErrorCode.UNAUTHENTICATED, "Sign in first")
                : new KaravelException(ErrorCode.FORBIDDEN, "Your roles do not grant " + action + " on " + view);
    }

    @Override
    public boolean mayQuery(Principal principal, Dataset dataset) {
        return datasets.find(dataset.id())
                .map(place -> mayQuery(principal, place))
                .orElseGet(() -> seesEverything(principal) || owns(principal, dataset.owners()));
    }

    @Override
    public boolean maySee(Principal principal, Chart chart) {
        return owns(principal, chart.owners()) || mayQuery(principal, chart.datasetId());
    }

    @Override
    public boolean maySee(Principal principal, Dashboard dashboard) {
        if (principal.isAdmin() || owns(principal, dashboard.owners())) {
            return true;
        }
        if (!dashboard.published()) {
            return false;
        }
        return !Collections.disjoint(dashboard.roles(), principal.roles())
                || seesEverything(principal)
                || charts.find(dashboard.charts()).stream().anyMatch(chart -> mayQuery(principal, chart.datasetId()));
    }

    @Override
    public boolean mayEdit(Principal principal, Set<Long> owners) {
        return principal.isAdmin() || owns(principal, owners);
    }

    @Override
    public Visibility visibility(Principal principal) {
        if (principal.isAdmin()) {
            return new Visibility.All();
        }
        Set<Long> queryable = datasets.all().stream()
                .filter(place -> mayQuery(principal, place))
                .map(Place::datasetId)
                .collect(Collectors.toSet());
        return new Visibility.Limited(principal.userId(), queryable, principal.roles());
    }

    @Override
    public List<String> rowRules(Principal principal, Dataset dataset) {
        return RowConditions.of(rowRules.ofDataset(dataset.id()), principal.roles());
    }

    private boolean mayQuery(Principal principal, long datasetId) {
        return datasets.find(datasetId)
                .map(place -> mayQuery(principal, place))
                .orElseGet(() -> seesEverything(principal));
    }

    private boolean mayQuery(Principal principal, Place place) {
        return principal.isAdmin()
                || owns(principal, place.owners())
                || principal.roles().stream()
                        .anyMatch(role -> grants(roles.find(role).data(), place));
    }

    private boolean seesEverything(Principal principal) {
        return principal.isAdmin()
                || principal.roles().stream()
                        .anyMatch(role -> roles.find(role).data().everything());
    }

    private static boolean grants(DataGrants grants, Place place) {
        return grants.everything()
                || grants.datasets().contains(place.datasetId())
                || grants.databases().contains(place.databaseId())
                || place.schema().isPresent()
                        && grants.schemas()
                                .contains(DataGrants.schemaView(
                                        place.database(), place.schema().get()));
    }

    private static boolean owns(Principal principal, Set<Long> owners) {
        return !principal.anonymous() && owners.contains(principal.userId());
    }
}
