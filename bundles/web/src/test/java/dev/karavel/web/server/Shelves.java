package dev.karavel.web.server;

import dev.karavel.api.catalog.ActionHistory;
import dev.karavel.api.catalog.ActionLog;
import dev.karavel.api.catalog.Annotation;
import dev.karavel.api.catalog.AnnotationLayer;
import dev.karavel.api.catalog.AnnotationLayers;
import dev.karavel.api.catalog.Annotations;
import dev.karavel.api.catalog.Chart;
import dev.karavel.api.catalog.Charts;
import dev.karavel.api.catalog.CssTemplate;
import dev.karavel.api.catalog.CssTemplates;
import dev.karavel.api.catalog.Dashboard;
import dev.karavel.api.catalog.Dashboards;
import dev.karavel.api.catalog.Database;
import dev.karavel.api.catalog.Databases;
import dev.karavel.api.catalog.Dataset;
import dev.karavel.api.catalog.Datasets;
import dev.karavel.api.catalog.LogEntry;
import dev.karavel.api.catalog.LogQuery;
import dev.karavel.api.catalog.Page;
import dev.karavel.api.catalog.Role;
import dev.karavel.api.catalog.Roles;
import dev.karavel.api.catalog.RowRule;
import dev.karavel.api.catalog.RowRules;
import dev.karavel.api.catalog.Theme;
import dev.karavel.api.catalog.Themes;
import dev.karavel.api.catalog.User;
import dev.karavel.api.catalog.Users;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** All repositories in memory. */
final class Shelves {
    final UserShelf users = new UserShelf();
    final RoleShelf roles = new RoleShelf();
    final DatabaseShelf databases = new DatabaseShelf();
    final DatasetShelf datasets = new DatasetShelf();
    final ChartShelf charts = new ChartShelf();
    final DashboardShelf dashboards = new DashboardShelf();
    final RuleShelf rules = new RuleShelf();
    final AnnotationLayerShelf annotationLayers = new AnnotationLayerShelf();
    final AnnotationShelf annotations = new AnnotationShelf();
    final Log log = new Log();
    final CssTemplateShelf cssTemplates = new CssTemplateShelf();
    final ThemeShelf themes = new ThemeShelf();
    final MarkShelf favorites = new MarkShelf();
    final VersionShelf versions = new VersionShelf();
    final TagShelf tags = new TagShelf();
    final TrashShelf trash = new TrashShelf();
    final PreferenceShelf preferences = new PreferenceShelf();
    final KeptShelf kept = new KeptShelf();

    static final class UserShelf extends Shelf<User> implements Users {
        private final Map<Long, String> hashes = new ConcurrentHashMap<>();

        @Override
        protected User numbered(User user, long id) {
            return new User(
                    id,
                    user.uuid(),
                    1,
                    user.username(),
                    user.firstName(),
                    user.lastName(),
                    user.email(),
                    user.active(),
                    user.roles(),
                    user.stamp());
        }

        @Override
        public Optional<User> findByName(String username) {
            return all().stream()
                    .filter(user -> user.username().equalsIgnoreCase(username))
                    .findFirst();
        }

        @Override
        public Optional<String> passwordHash(long userId) {
            return Optional.ofNullable(hashes.get(userId));
        }

        @Override
        public void setPasswordHash(long userId, String hash) {
            hashes.put(userId, hash);
        }
    }

    static final class RoleShelf extends Shelf<Role> implements Roles {
        @Override
        protected Role numbered(Role role, long id) {
            return new Role(id, role.uuid(), 1, role.name(), role.permissions());
        }

        @Override
        public Optional<Role> findByName(String name) {
            return all().stream().filter(role -> role.name().equals(name)).findFirst();
        }
    }

    static final class DatabaseShelf extends Shelf<Database> implements Databases {
        @Override
        protected Database numbered(Database old, long id) {
            return new Database(
                    id,
                    old.uuid(),
                    1,
                    old.name(),
                    old.backend(),
                    old.settings(),
                    old.cacheTimeout(),
                    old.exposeInSqlLab(),
                    old.allowDml(),
                    old.allowFileUpload(),
                    old.extra(),
                    old.stamp());
        }

        @Override
        public Optional<Database> findByName(String name) {
            return all().stream()
                    .filter(database -> database.name().equals(name))
                    .findFirst();
        }
    }

    static final class DatasetShelf extends Shelf<Dataset> implements Datasets {
        @Override
        protected Dataset numbered(Dataset old, long id) {
            return new Dataset(
                    id,
                    old.uuid(),
                    1,
                    old.databaseId(),
                    old.schema(),
                    old.tableName(),
                    old.sql(),
                    old.mainTimeColumn(),
                    old.description(),
                    old.cacheTimeout(),
                    old.columns(),
                    old.metrics(),
                    old.owners(),
                    old.extra(),
                    old.settings(),
                    old.stamp());
        }

        @Override
        public List<Dataset> ofDatabase(long databaseId) {
            return all().stream()
                    .filter(dataset -> dataset.databaseId() == databaseId)
                    .toList();
        }

        @Override
        public Optional<Dataset> findTable(long databaseId, Optional<String> schema, String tableName) {
            return ofDatabase(databaseId).stream()
                    .filter(dataset -> dataset.schema().equals(schema)
                            && dataset.tableName().equals(tableName))
                    .findFirst();
        }
    }

    static final class ChartShelf extends Shelf<Chart> implements Charts {
        @Override
        protected Chart numbered(Chart old, long id) {
            return new Chart(
                    id,
                    old.uuid(),
                    1,
                    old.name(),
                    old.vizType(),
                    old.datasetId(),
                    old.params(),
                    old.queryContext(),
                    old.description(),
                    old.cacheTimeout(),
                    old.certifiedBy(),
                    old.certificationDetails(),
                    old.owners(),
                    old.stamp());
        }

        @Override
        public List<Chart> ofDataset(long datasetId) {
            return all().stream()
                    .filter(chart -> chart.datasetId() == datasetId)
                    .toList();
        }
    }

    static final class DashboardShelf extends Shelf<Dashboard> implements Dashboards {
        @Override
        protected Dashboard numbered(Dashboard old, long id) {
            return new Dashboard(
                    id,
                    old.uuid(),
                    old.version() + 1,
                    old.title(),
                    old.slug(),
                    old.description(),
                    old.position(),
                    old.metadata(),
                    old.css(),
                    old.published(),
                    old.certifiedBy(),
                    old.certificationDetails(),
                    old.charts(),
                    old.owners(),
                    old.roles(),
                    old.theme(),
                    old.stamp());
        }

        @Override
        public Optional<Dashboard> findBySlug(String slug) {
            return all().stream()
                    .filter(dashboard -> dashboard.slug().filter(slug::equals).isPresent())
                    .findFirst();
        }

        @Override
        public List<Dashboard> withChart(long chartId) {
            return all().stream()
                    .filter(dashboard -> dashboard.charts().contains(chartId))
                    .toList();
        }
    }

    static final class RuleShelf extends Shelf<RowRule> implements RowRules {
        @Override
        protected RowRule numbered(RowRule rule, long id) {
            return new RowRule(
                    id,
                    UUID.randomUUID(),
                    1,
                    rule.name(),
                    rule.kind(),
                    rule.datasets(),
                    rule.roles(),
                    rule.clause(),
                    rule.group(),
                    rule.description());
        }

        @Override
        public List<RowRule> ofDataset(long datasetId) {
            return List.of();
        }
    }

    static final class AnnotationLayerShelf extends Shelf<AnnotationLayer> implements AnnotationLayers {
        @Override
        protected AnnotationLayer numbered(AnnotationLayer old, long id) {
            return new AnnotationLayer(id, UUID.randomUUID(), 1, old.name(), old.description(), old.stamp());
        }
    }

    static final class AnnotationShelf extends Shelf<Annotation> implements Annotations {
        @Override
        protected Annotation numbered(Annotation old, long id) {
            return new Annotation(
                    id,
                    UUID.randomUUID(),
                    1,
                    old.layerId(),
                    old.begin(),
                    old.end(),
                    old.title(),
                    old.text(),
                    old.metadata(),
                    old.stamp());
        }

        @Override
        public List<Annotation> ofLayer(long layerId) {
            return all().stream()
                    .filter(annotation -> annotation.layerId() == layerId)
                    .toList();
        }
    }

    static final class ThemeShelf extends Shelf<Theme> implements Themes {
        @Override
        protected Theme numbered(Theme old, long id) {
            return new Theme(id, UUID.randomUUID(), 1, old.name(), old.json(), old.system(), old.stamp());
        }
    }

    static final class CssTemplateShelf extends Shelf<CssTemplate> implements CssTemplates {
        @Override
        protected CssTemplate numbered(CssTemplate old, long id) {
            return new CssTemplate(id, UUID.randomUUID(), 1, old.name(), old.css(), old.stamp());
        }
    }

    static final class Log implements ActionLog, ActionHistory {
        private final List<LogEntry> entries = new CopyOnWriteArrayList<>();

        @Override
        public void write(LogEntry entry) {
            entries.add(0, entry);
        }

        @Override
        public Page<LogEntry> find(LogQuery query) {
            List<LogEntry> found = entries.stream()
                    .filter(entry -> entry.action().contains(query.action()))
                    .toList();
            return new Page<>(found, found.size());
        }

        @Override
        public List<String> actions() {
            return entries.stream().map(LogEntry::action).distinct().toList();
        }

        @Override
        public List<Long> mostOften(String action, Instant since, int most) {
            return List.of();
        }

        @Override
        public List<LogEntry> latest(int limit) {
            return List.copyOf(entries);
        }
    }
}
