package dev.karavel.exchange;

import dev.karavel.api.catalog.Charts;
import dev.karavel.api.catalog.Dashboards;
import dev.karavel.api.catalog.Database;
import dev.karavel.api.catalog.Databases;
import dev.karavel.api.catalog.Datasets;
import dev.karavel.api.catalog.ThingKind;
import dev.karavel.api.catalog.Trash;
import dev.karavel.api.error.ErrorCode;
import dev.karavel.api.error.KaravelException;
import dev.karavel.api.security.AccessControl;
import dev.karavel.api.security.Principal;
import dev.karavel.exchange.yaml.AssetFolder;
import dev.karavel.exchange.yaml.Fields;
import java.util.function.Predicate;

/**
 * Whether somebody may bring in what a folder holds: an import is no way around the rights that each of its things needs when it is
 * made by hand. Asked for all files before the first of them is stored.
 */
final class ImportRights {
    private final Databases databases;
    private final Datasets datasets;
    private final Charts charts;
    private final Dashboards dashboards;
    private final Trash trash;
    private final AccessControl access;

    ImportRights(
            Databases databases,
            Datasets datasets,
            Charts charts,
            Dashboards dashboards,
            Trash trash,
            AccessControl access) {
        this.trash = trash;
        this.databases = databases;
        this.datasets = datasets;
        this.charts = charts;
        this.dashboards = dashboards;
        this.access = access;
    }

    /** @param overwrite whether things of a kind are changed where they exist */
    void require(AssetFolder assets, Predicate<String> overwrite, Principal principal) {
        for (Fields file : assets.databases()) {
            if (databases.find(file.uuid("uuid")).isEmpty() || overwrite.test("database")) {
                access.require(principal, "can_write", "Database");
            }
        }
        assets.datasets().forEach(file -> dataset(file, overwrite.test("dataset"), principal));
        assets.charts().forEach(file -> chart(file, overwrite.test("chart"), principal));
        assets.dashboards().forEach(file -> dashboard(file, overwrite.test("dashboard"), principal));
    }

    private void dataset(Fields file, boolean overwrite, Principal principal) {
        var present = datasets.find(file.uuid("uuid"));
        if (present.isPresent() && !overwrite) {
            return;
        }
        access.require(principal, "can_write", "Dataset");
        trashed(ThingKind.DATASET, file, principal);
        if (present.isPresent() && !access.mayEdit(principal, present.get().owners())) {
            throw forbidden(file, "only its owners may change this dataset");
        }
        // A dataset gives its owner the right to query it.
        if (databases
                .find(file.uuid("database_uuid"))
                .filter(database -> !mayUse(principal, database))
                .isPresent()) {
            throw forbidden(file, "you have no access to its database");
        }
    }

    private void chart(Fields file, boolean overwrite, Principal principal) {
        var present = charts.find(file.uuid("uuid"));
        if (present.isPresent() && !overwrite) {
            return;
        }
        access.require(principal, "can_write", "Chart");
        trashed(ThingKind.CHART, file, principal);
        if (present.isPresent() && !access.mayEdit(principal, present.get().owners())) {
            throw forbidden(file, "only its owners may change this chart");
        }
        if (datasets.find(file.uuid("dataset_uuid"))
                .filter(dataset -> !access.mayQuery(principal, dataset))
                .isPresent()) {
            throw forbidden(file, "you have no access to its dataset");
        }
    }

    private void dashboard(Fields file, boolean overwrite, Principal principal) {
        var present = dashboards.find(file.uuid("uuid"));
        if (present.isPresent() && !overwrite) {
            return;
        }
        access.require(principal, "can_write", "Dashboard");
        trashed(ThingKind.DASHBOARD, file, principal);
        if (present.isPresent() && !access.mayEdit(principal, present.get().owners())) {
            throw forbidden(file, "only its owners may change this dashboard");
        }
    }

    /** It would come back, and that is up to its owners. */
    private void trashed(ThingKind kind, Fields file, Principal principal) {
        if (trash.find(kind, file.uuid("uuid"))
                .filter(lying -> !access.mayEdit(principal, lying.owners()))
                .isPresent()) {
            throw forbidden(file, "it lies in the trash, and only its owners may have it back");
        }
    }

    private boolean mayUse(Principal principal, Database database) {
        return access.may(principal, "all_database_access", "all_database_access")
                || access.may(principal, "database_access", "[" + database.name() + "].(id:" + database.id() + ")");
    }

    private static KaravelException forbidden(Fields file, String why) {
        return new KaravelException(ErrorCode.FORBIDDEN, file.file(), file.file() + ": " + why, null);
    }
}
