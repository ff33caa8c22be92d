package dev.karavel.metadata.repository;

import dev.karavel.api.catalog.Annotation;
import dev.karavel.api.catalog.AnnotationLayer;
import dev.karavel.api.catalog.Chart;
import dev.karavel.api.catalog.Dashboard;
import dev.karavel.api.catalog.Database;
import dev.karavel.api.catalog.Dataset;
import dev.karavel.api.catalog.DatasetColumn;
import dev.karavel.api.catalog.DatasetMetric;
import dev.karavel.api.catalog.Permission;
import dev.karavel.api.catalog.Role;
import dev.karavel.api.catalog.RowRule;
import dev.karavel.api.catalog.Stamp;
import dev.karavel.api.catalog.User;
import dev.karavel.metadata.history.HistorySettings;
import dev.karavel.metadata.history.StoredVersions;
import dev.karavel.metadata.mark.StoredFavorites;
import dev.karavel.metadata.mark.StoredPreferences;
import dev.karavel.metadata.report.StoredDeliveries;
import dev.karavel.metadata.store.Transactions;
import dev.karavel.spi.data.ColumnType;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.osgi.service.event.Event;
import org.osgi.service.event.EventAdmin;

/** All repositories of one database, the events they posted, and things to put into them. */
final class Repositories {
    static final int VERSIONS_KEPT = 5;

    final List<Event> events = new CopyOnWriteArrayList<>();
    final StoredUsers users;
    final StoredRoles roles;
    final StoredDatabases databases;
    final StoredDatasets datasets;
    final StoredCharts charts;
    final StoredDashboards dashboards;
    final StoredRowRules rowRules;
    final StoredAnnotationLayers annotationLayers;
    final StoredAnnotations annotations;
    final StoredCssTemplates cssTemplates;
    final StoredThemes themes;
    final StoredVersions versions;
    final StoredFavorites favorites;
    final StoredTags tags;
    final StoredTrash trash;
    final StoredPreferences preferences;
    final StoredLabQueries labQueries;
    final StoredLabNodes labNodes;
    final StoredLabTabs labTabs;
    final StoredLabTables labTables;
    final StoredSavedQueries savedQueries;
    final StoredReportSchedules reportSchedules;
    final StoredReportLogs reportLogs;
    final StoredDeliveries deliveries;

    Repositories(Transactions transactions) {
        EventAdmin admin = new EventAdmin() {
            @Override
            public void postEvent(Event event) {
                events.add(event);
            }

            @Override
            public void sendEvent(Event event) {
                throw new UnsupportedOperationException("nobody waits for handlers");
            }
        };
        users = new StoredUsers(transactions, admin);
        roles = new StoredRoles(transactions, admin);
        databases = new StoredDatabases(transactions, admin);
        HistorySettings settings = new HistorySettings(VERSIONS_KEPT, Duration.ofDays(30));
        tags = new StoredTags(transactions, admin);
        trash = new StoredTrash(transactions, admin, settings);
        preferences = new StoredPreferences(transactions);
        versions = new StoredVersions(transactions, settings);
        favorites = new StoredFavorites(transactions);
        datasets = new StoredDatasets(transactions, admin, versions);
        charts = new StoredCharts(transactions, admin, versions);
        dashboards = new StoredDashboards(transactions, admin, versions);
        rowRules = new StoredRowRules(transactions, admin);
        annotationLayers = new StoredAnnotationLayers(transactions, admin);
        annotations = new StoredAnnotations(transactions, admin);
        themes = new StoredThemes(transactions, admin);
        cssTemplates = new StoredCssTemplates(transactions, admin);
        labQueries = new StoredLabQueries(transactions, admin);
        labNodes = new StoredLabNodes(transactions);
        labTabs = new StoredLabTabs(transactions, admin);
        labTables = new StoredLabTables(transactions, admin);
        savedQueries = new StoredSavedQueries(transactions, admin);
        reportSchedules = new StoredReportSchedules(transactions, admin);
        reportLogs = new StoredReportLogs(transactions, admin);
        deliveries = new StoredDeliveries(transactions);
    }

    List<StoredRepository<?, ?>> each() {
        return List.of(
                users,
                roles,
                databases,
                datasets,
                charts,
                dashboards,
                rowRules,
                annotationLayers,
                annotations,
                cssTemplates,
                themes,
                tags);
    }

    Dataset virtual(Database database, String name, String sql) {
        return new Dataset(
                0,
                UUID.randomUUID(),
                0,
                database.id(),
                Optional.empty(),
                name,
                Optional.of(sql),
                Optional.empty(),
                "",
                Optional.empty(),
                List.of(),
                List.of(),
                Set.of(),
                "",
                Stamp.none());
    }

    RowRule rowRule(String name, Dataset dataset) {
        return rowRules.save(new RowRule(
                0, null, 0, name, RowRule.Kind.BASE, Set.of(dataset.id()), Set.of(), "region = 'north'", "", ""));
    }

    AnnotationLayer annotationLayer(String name) {
        return annotationLayers.save(new AnnotationLayer(0, null, 0, name, "what happened", Stamp.none()));
    }

    Annotation annotation(AnnotationLayer layer, String title, LocalDateTime begin, LocalDateTime end) {
        return annotations.save(
                new Annotation(0, null, 0, layer.id(), begin, end, title, "in words", "{}", Stamp.none()));
    }

    Role role(String name, Permission... permissions) {
        return roles.save(new Role(0, UUID.randomUUID(), 0, name, Set.of(permissions)));
    }

    User user(String name, String... roleNames) {
        return users.save(new User(
                0,
                UUID.randomUUID(),
                0,
                name,
                "First " + name,
                "Last",
                name + "@example.org",
                true,
                Set.of(roleNames),
                Stamp.none()));
    }

    Database database(String name) {
        return databases.save(new Database(
                0,
                UUID.randomUUID(),
                0,
                name,
                "duckdb",
                Map.of("path", "/data/" + name, "token", "{enc}abc"),
                Optional.of(60),
                true,
                false,
                false,
                "{}",
                Stamp.none()));
    }

    Dataset dataset(Database database, String table, User... owners) {
        return datasets.save(new Dataset(
                0,
                UUID.randomUUID(),
                0,
                database.id(),
                Optional.of("main"),
                table,
                Optional.empty(),
                Optional.of("at"),
                "flights of a year",
                Optional.empty(),
                List.of(column("at", ColumnType.TIMESTAMP), column("origin", ColumnType.TEXT)),
                List.of(metric("count", "COUNT(*)")),
                ids(owners),
                "{}",
                Stamp.none()));
    }

    Chart chart(Dataset dataset, String name, User... owners) {
        return charts.save(new Chart(
                0,
                UUID.randomUUID(),
                0,
                name,
                "echarts_timeseries_line",
                dataset.id(),
                "{\"metrics\":[\"count\"]}",
                Optional.empty(),
                "a chart",
                Optional.empty(),
                "",
                "",
                ids(owners),
                Stamp.none()));
    }

    Dashboard dashboard(String title, List<Chart> shown, User... owners) {
        return dashboards.save(dashboard(title, Optional.empty(), true, shown, Set.of(), owners));
    }

    static Dashboard dashboard(
            String title,
            Optional<String> slug,
            boolean published,
            List<Chart> shown,
            Set<String> roles,
            User... owners) {
        return new Dashboard(
                0,
                UUID.randomUUID(),
                0,
                title,
                slug,
                "",
                "{\"DASHBOARD_VERSION_KEY\":\"v2\"}",
                "{}",
                "",
                published,
                "",
                "",
                shown.stream().map(Chart::id).toList(),
                ids(owners),
                roles,
                Optional.empty(),
                Stamp.none());
    }

    static DatasetColumn column(String name, ColumnType type) {
        return new DatasetColumn(
                0, UUID.randomUUID(), name, "", "VARCHAR", type, type.isTemporal(), true, true, Optional.empty(), "");
    }

    static DatasetMetric metric(String name, String expression) {
        return new DatasetMetric(0, UUID.randomUUID(), name, "", expression, ",d", "", "");
    }

    static Dashboard with(Dashboard d, Stamp stamp) {
        return copy(d, d.title(), d.position(), d.charts(), stamp);
    }

    static Dashboard withCharts(Dashboard d, List<Long> charts) {
        return copy(d, d.title(), d.position(), charts, d.stamp());
    }

    static Dashboard withPosition(Dashboard d, String position) {
        return copy(d, d.title(), position, d.charts(), d.stamp());
    }

    static Dashboard withMetadata(Dashboard d, String metadata) {
        return new Dashboard(
                d.id(),
                d.uuid(),
                d.version(),
                d.title(),
                d.slug(),
                d.description(),
                d.position(),
                metadata,
                d.css(),
                d.published(),
                d.certifiedBy(),
                d.certificationDetails(),
                d.charts(),
                d.owners(),
                d.roles(),
                d.theme(),
                d.stamp());
    }

    static Dashboard withTitle(Dashboard d, String title) {
        return copy(d, title, d.position(), d.charts(), d.stamp());
    }

    private static Dashboard copy(Dashboard d, String title, String position, List<Long> charts, Stamp stamp) {
        return new Dashboard(
                d.id(),
                d.uuid(),
                d.version(),
                title,
                d.slug(),
                d.description(),
                position,
                d.metadata(),
                d.css(),
                d.published(),
                d.certifiedBy(),
                d.certificationDetails(),
                charts,
                d.owners(),
                d.roles(),
                d.theme(),
                stamp);
    }

    static Chart withParams(Chart c, String params) {
        return new Chart(
                c.id(),
                c.uuid(),
                c.version(),
                c.name(),
                c.vizType(),
                c.datasetId(),
                params,
                c.queryContext(),
                c.description(),
                c.cacheTimeout(),
                c.certifiedBy(),
                c.certificationDetails(),
                c.owners(),
                c.stamp());
    }

    static Dataset with(Dataset d, List<DatasetColumn> columns, List<DatasetMetric> metrics) {
        return new Dataset(
                d.id(),
                d.uuid(),
                d.version(),
                d.databaseId(),
                d.schema(),
                d.tableName(),
                d.sql(),
                d.mainTimeColumn(),
                d.description(),
                d.cacheTimeout(),
                columns,
                metrics,
                d.owners(),
                d.extra(),
                d.settings(),
                d.stamp());
    }

    static Database with(Database d, Map<String, String> settings) {
        return new Database(
                d.id(),
                d.uuid(),
                d.version(),
                d.name(),
                d.backend(),
                settings,
                d.cacheTimeout(),
                d.exposeInSqlLab(),
                d.allowDml(),
                d.allowFileUpload(),
                d.extra(),
                d.stamp());
    }

    static User with(User u, Set<String> roles) {
        return new User(
                u.id(),
                u.uuid(),
                u.version(),
                u.username(),
                u.firstName(),
                u.lastName(),
                u.email(),
                u.active(),
                roles,
                u.stamp());
    }

    static Role with(Role r, Permission... permissions) {
        return new Role(r.id(), r.uuid(), r.version(), r.name(), Set.of(permissions));
    }

    private static Set<Long> ids(User... users) {
        return Set.copyOf(List.of(users).stream().map(User::id).toList());
    }
}
