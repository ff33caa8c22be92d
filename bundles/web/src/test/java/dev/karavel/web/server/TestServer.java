package dev.karavel.web.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.karavel.api.catalog.Permission;
import dev.karavel.api.catalog.Role;
import dev.karavel.api.catalog.User;
import dev.karavel.api.event.Topics;
import dev.karavel.api.security.Keys;
import dev.karavel.api.security.Tokens;
import dev.karavel.security.access.DatasetMap;
import dev.karavel.security.access.RoleAccessControl;
import dev.karavel.security.access.RuleBook;
import dev.karavel.security.account.KnownPeople;
import dev.karavel.security.account.PasswordIdentities;
import dev.karavel.security.account.StoredAccounts;
import dev.karavel.security.password.Hashing;
import dev.karavel.security.role.RoleBook;
import dev.karavel.security.role.RoleSeed;
import dev.karavel.security.token.RevokedTokens;
import dev.karavel.security.token.SignedTokens;
import dev.karavel.web.account.Journal;
import dev.karavel.web.account.LogResource;
import dev.karavel.web.account.MeResource;
import dev.karavel.web.account.OwnSettings;
import dev.karavel.web.account.SecurityResource;
import dev.karavel.web.account.SignInDesk;
import dev.karavel.web.annotation.AnnotationLayerResource;
import dev.karavel.web.annotation.AnnotationResource;
import dev.karavel.web.annotation.AnnotationRows;
import dev.karavel.web.brand.Brand;
import dev.karavel.web.chart.AnswerDesk;
import dev.karavel.web.chart.ChannelToken;
import dev.karavel.web.chart.ChartDataResource;
import dev.karavel.web.chart.ChartDownloadResource;
import dev.karavel.web.chart.ChartDraft;
import dev.karavel.web.chart.ChartResource;
import dev.karavel.web.chart.ChartRows;
import dev.karavel.web.chart.FileAddresses;
import dev.karavel.web.chart.JobDataResource;
import dev.karavel.web.chart.JobResource;
import dev.karavel.web.chart.KeptDataResource;
import dev.karavel.web.css.CssRows;
import dev.karavel.web.css.CssTemplateResource;
import dev.karavel.web.dashboard.DashboardRows;
import dev.karavel.web.database.BrowseRights;
import dev.karavel.web.database.ConnectionResource;
import dev.karavel.web.database.DatabaseAccess;
import dev.karavel.web.database.DatabaseBrowseResource;
import dev.karavel.web.database.DatabaseDraft;
import dev.karavel.web.database.DatabaseFinder;
import dev.karavel.web.database.DatabaseResource;
import dev.karavel.web.database.DatabaseRows;
import dev.karavel.web.database.DatabaseUseResource;
import dev.karavel.web.dataset.DatasetChoicesResource;
import dev.karavel.web.dataset.DatasetDraft;
import dev.karavel.web.dataset.DatasetResource;
import dev.karavel.web.dataset.DatasetRestore;
import dev.karavel.web.dataset.DatasetRows;
import dev.karavel.web.dataset.DatasourceResource;
import dev.karavel.web.dataset.SourceColumns;
import dev.karavel.web.dataset.StatementCheckResource;
import dev.karavel.web.event.EventStream;
import dev.karavel.web.event.Listeners;
import dev.karavel.web.explore.ExploreSubjects;
import dev.karavel.web.explore.FormDataResource;
import dev.karavel.web.explore.PermalinkResource;
import dev.karavel.web.explore.TimeRangeResource;
import dev.karavel.web.favorite.ChartFavoritesResource;
import dev.karavel.web.favorite.DashboardFavoritesResource;
import dev.karavel.web.favorite.FavoriteMarks;
import dev.karavel.web.gate.Drain;
import dev.karavel.web.gate.Entrances;
import dev.karavel.web.gate.Gate;
import dev.karavel.web.gate.Proofs;
import dev.karavel.web.gate.RunningRequests;
import dev.karavel.web.gate.WebSettings;
import dev.karavel.web.karavel.KaravelResource;
import dev.karavel.web.metrics.Measures;
import dev.karavel.web.metrics.MetricsAccess;
import dev.karavel.web.metrics.MetricsPage;
import dev.karavel.web.openapi.ApiPage;
import dev.karavel.web.openapi.OpenApiResource;
import dev.karavel.web.page.Bootstrap;
import dev.karavel.web.page.Pages;
import dev.karavel.web.page.PluginAssets;
import dev.karavel.web.page.SignInPage;
import dev.karavel.web.people.PermissionBook;
import dev.karavel.web.people.RoleResource;
import dev.karavel.web.people.RowRuleResource;
import dev.karavel.web.people.UserResource;
import dev.karavel.web.picture.ChartPictureResource;
import dev.karavel.web.plugin.PluginResource;
import dev.karavel.web.plugin.PluginUse;
import dev.karavel.web.rest.AccessFilter;
import dev.karavel.web.rest.Failures;
import dev.karavel.web.rest.JsonBodies;
import dev.karavel.web.tag.TagResource;
import dev.karavel.web.tag.TagRows;
import dev.karavel.web.tag.TaggedResource;
import dev.karavel.web.tag.Tagging;
import dev.karavel.web.task.TaskResource;
import dev.karavel.web.task.TaskThings;
import dev.karavel.web.theme.ThemeResource;
import dev.karavel.web.theme.ThemeRows;
import dev.karavel.web.thing.Things;
import dev.karavel.web.trash.TrashResource;
import dev.karavel.web.upload.UploadResource;
import dev.karavel.web.version.ChartVersionsResource;
import dev.karavel.web.version.DashboardVersionsResource;
import dev.karavel.web.version.DatasetVersionsResource;
import dev.karavel.web.version.VersionRows;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Servlet;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.ContextHandlerCollection;
import org.eclipse.jetty.util.component.LifeCycle;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.server.ServerProperties;
import org.glassfish.jersey.servlet.ServletContainer;
import org.osgi.service.event.Event;

/** Gate, pages and all routes on a real Jetty and Jersey, with real sign-in and rights, over repositories in memory. */
final class TestServer implements AutoCloseable {
    /** Warns of resources given as instances, which is how the whiteboard gives them too. */
    private static final Logger JERSEY = Logger.getLogger("org.glassfish.jersey.internal.inject.Providers");

    static final String PASSWORD = "correct otter pylon";
    static final String METRICS_TOKEN = "a token of sixteen signs or more";
    static final int BODY_LIMIT = 20_000;

    final Shelves shelves = new Shelves();
    final Listeners listeners;
    final StoredAccounts accounts;
    private final OwnSettings own;
    private final Keys keys = purpose -> Arrays.copyOf(purpose.getBytes(UTF_8), 32);
    private final KnownPeople people = new KnownPeople(shelves.users, keys);
    private final Hashing hashing = new Hashing(Duration.ofSeconds(30));
    private final SignedTokens tokens = new SignedTokens(
            Map.of(
                    Tokens.Kind.SESSION, Duration.ofHours(12),
                    Tokens.Kind.ACCESS, Duration.ofMinutes(15),
                    Tokens.Kind.REFRESH, Duration.ofDays(30),
                    Tokens.Kind.PICTURE, Duration.ofMinutes(2)),
            Duration.ofDays(7),
            keys,
            people,
            new RevokedTokens(new Silence()),
            Clock.systemUTC());
    private final PasswordIdentities identities = new PasswordIdentities(shelves.users, hashing, people, null);
    private final RoleBook roleBook = new RoleBook(shelves.roles, new RoleSeed(shelves.roles));
    private final DatasetMap datasetMap = new DatasetMap(shelves.datasets, shelves.databases);
    private final RoleAccessControl access =
            new RoleAccessControl(roleBook, datasetMap, shelves.charts, new RuleBook(shelves.rules));
    private final WebSettings settings = new WebSettings(Duration.ofSeconds(5), BODY_LIMIT, true, 3, "Karavel");
    private final RunningRequests running = new RunningRequests();
    private final Drain drain = new Drain(Duration.ofMillis(1), Duration.ofSeconds(20));
    private final Journal journal = new Journal(shelves.log);
    private final SignInDesk desk = new SignInDesk(identities, shelves.log);
    final FakeUploads uploads = new FakeUploads();
    final ReportShelves reports = new ReportShelves();
    final FakePlugins plugins = new FakePlugins();
    final FakeTasks tasks = new FakeTasks();
    private final Server server = new Server();
    private final ServerConnector connector = new ServerConnector(server);

    TestServer() {
        JERSEY.setLevel(Level.SEVERE);
        accounts = new StoredAccounts(shelves.users, shelves.roles, hashing, people);
        own = new OwnSettings(shelves.users, shelves.preferences, accounts, identities);
        listeners = new Listeners(new FakeRegistry(), identities, settings);
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        server.setHandler(new ContextHandlerCollection(pages(), rest()));
        LifeCycle.start(server);
    }

    /** What the browser that draws pictures for somebody carries. */
    String pictureProof(long userId) {
        return tokens.issue(
                Tokens.Kind.PICTURE, people.find(userId).orElseThrow().principal());
    }

    int port() {
        return connector.getLocalPort();
    }

    User addUser(String name, String... roles) {
        return accounts.add(name, name, "Tester", "", Set.of(roles), PASSWORD);
    }

    void grant(String role, String action, String view) {
        Role old = shelves.roles.findByName(role).orElseThrow();
        Set<Permission> more = new HashSet<>(old.permissions());
        more.add(new Permission(action, view));
        shelves.roles.save(new Role(old.id(), old.uuid(), old.version(), role, more));
        news();
    }

    /** What the repositories would announce. */
    void news() {
        roleBook.handleEvent(new Event(Topics.ROLE_CHANGED, Map.of()));
        datasetMap.handleEvent(new Event(Topics.DATASET_CHANGED, Map.of()));
    }

    @Override
    public void close() {
        LifeCycle.stop(server);
    }

    private ServletContextHandler pages() {
        Measures measures = new Measures(shelves.databases, new FakeRunner(), new FakeCache(), List::of, tasks);
        ServletContextHandler context = context("");
        Pages pages = new Pages(
                (nonce, bootstrap, language) -> (nonce + "\n" + bootstrap).getBytes(UTF_8),
                new Bootstrap(shelves.users, tokens, settings, own, Brand.none()),
                new SignInPage(desk, tokens, settings),
                tokens,
                settings);
        add(context, pages, "/*");
        add(context, new ApiPage(access), "/swagger/v1/*");
        add(context, new PluginAssets(new FakeRegistry()), "/plugins/*");
        add(context, new MetricsPage(new MetricsAccess(access, METRICS_TOKEN, false), measures), "/metrics");
        return context;
    }

    private ServletContextHandler rest() {
        ServletContextHandler context = context("/api/v1");
        add(context, new EventStream(listeners), "/karavel/events");
        ResourceConfig config = new ResourceConfig();
        config.property(ServerProperties.WADL_FEATURE_DISABLE, true);
        config.registerInstances(new AccessFilter(access), new Failures(), new JsonBodies());
        resources(config);
        add(context, new ServletContainer(config), "/*");
        return context;
    }

    private void resources(ResourceConfig config) {
        Shelves s = shelves;
        DatasetRows datasetRows = new DatasetRows(s.databases, s.users, new TagRows(s.tags));
        FakeWarehouses warehouses = new FakeWarehouses();
        DatabaseAccess databaseAccess = new DatabaseAccess(access);
        DatabaseFinder databaseFinder = new DatabaseFinder(s.databases, databaseAccess);
        DatabaseRows databaseRows = new DatabaseRows(s.users, warehouses, new MarkingSecrets());
        DatabaseDraft databaseDraft = new DatabaseDraft(s.databases, databaseRows, warehouses, new MarkingSecrets());
        DatasetDraft datasetDraft = new DatasetDraft(
                s.datasets,
                s.databases,
                s.users,
                new SourceColumns(warehouses, new FakeRunner()),
                databaseAccess,
                access,
                new FakeVirtualDatasets());
        FakeQueries queries = new FakeQueries();
        FakeQuestions questions = new FakeQuestions(queries);
        FakeRenderer renderer = new FakeRenderer();
        DashboardRows dashboardRows =
                new DashboardRows(s.charts, s.users, s.roles, s.themes, renderer, new TagRows(s.tags));
        Things things = new Things(s.dashboards, s.charts, s.datasets, new QueryShelf(), access);
        Tagging tagging = new Tagging(s.tags, things);
        VersionRows versionRows = new VersionRows(s.versions, s.users);
        ExploreSubjects subjects = new ExploreSubjects(s.datasets, s.charts, access);
        LabShelves lab = new LabShelves();
        config.registerInstances(lab.resources(s, s.kept, access, journal));
        config.registerInstances(reports.resources(s, access, journal));
        config.registerInstances(ExchangeRoutes.resources(journal));
        config.registerInstances(DashboardRoutes.resources(s, dashboardRows, datasetRows, renderer, access, journal));
        config.registerInstances(
                new LogResource(s.log, s.log, s.users, journal),
                new MeResource(s.users, s.roles, own),
                new TaskResource(
                        tasks,
                        tasks,
                        s.users,
                        new TaskThings(s.charts, s.dashboards, reports.schedules, lab.queries),
                        journal),
                new SecurityResource(desk, tokens, settings),
                new AnnotationLayerResource(s.annotationLayers, new AnnotationRows(s.users), s.users, access, journal),
                new AnnotationResource(s.annotationLayers, s.annotations, new AnnotationRows(s.users), journal),
                new KeptDataResource(queries),
                new ChartDownloadResource(queries, settings, new FileAddresses(s.kept)),
                new ChartDataResource(
                        queries,
                        settings,
                        new AnswerDesk(queries, questions, tasks, identities, settings),
                        new ChannelToken(keys)),
                new JobResource(tasks, tasks),
                new JobDataResource(tasks, questions, settings),
                new ChartResource(
                        s.charts,
                        new ChartRows(s.datasets, s.dashboards, s.users, access, renderer, new TagRows(s.tags)),
                        new ChartDraft(s.charts, s.datasets, s.dashboards, s.users, access),
                        s.users,
                        access,
                        journal),
                new DashboardVersionsResource(
                        versionRows, things, s.dashboards, dashboardRows, journal, s.charts, access),
                new ChartVersionsResource(
                        versionRows,
                        things,
                        s.charts,
                        new ChartRows(s.datasets, s.dashboards, s.users, access, renderer, new TagRows(s.tags)),
                        journal),
                new DatasetVersionsResource(
                        versionRows,
                        things,
                        s.datasets,
                        datasetRows,
                        journal,
                        new DatasetRestore(s.databases, databaseAccess)),
                new DashboardFavoritesResource(new FavoriteMarks(s.favorites), things),
                new ChartFavoritesResource(new FavoriteMarks(s.favorites), things),
                new ThemeResource(s.themes, new ThemeRows(s.users), s.users, access, journal),
                new CssTemplateResource(s.cssTemplates, new CssRows(s.users), s.users, access, journal),
                new TagResource(s.tags, tagging, new FavoriteMarks(s.favorites), s.users, access, journal),
                new TaggedResource(s.tags, tagging, things, s.users),
                new TrashResource(s.trash, s.users, access, journal),
                new UserResource(s.users, s.roles, accounts, journal),
                new RoleResource(s.roles, s.users, new PermissionBook(s.roles, s.databases, s.datasets), journal),
                new RowRuleResource(s.rules, s.roles, s.datasets, journal),
                new ChartPictureResource(s.charts, access, renderer),
                new DatabaseResource(
                        s.databases, s.datasets, databaseRows, databaseDraft, databaseFinder, access, journal),
                new DatabaseBrowseResource(
                        new BrowseRights(s.databases, s.datasets, databaseAccess, access, warehouses)),
                new ConnectionResource(warehouses, databaseDraft),
                new DatabaseUseResource(databaseFinder, s.datasets, s.charts, s.dashboards, access),
                new PluginResource(new FakeRegistry(), plugins, new PluginUse(s.charts, s.dashboards), journal),
                new UploadResource(databaseFinder, uploads, datasetDraft, journal),
                new DatasetResource(s.datasets, datasetRows, datasetDraft, s.charts, access, journal),
                new DatasetChoicesResource(s.datasets, s.databases, s.users, access),
                new DatasourceResource(queries, settings),
                new StatementCheckResource(datasetDraft, new FakeSqlLab(), access),
                new FormDataResource(s.kept, subjects),
                new PermalinkResource(s.kept, subjects),
                new TimeRangeResource(new FakeTimeWords()),
                new KaravelResource(new FakeRegistry(), null, running),
                new OpenApiResource());
    }

    private ServletContextHandler context(String path) {
        ServletContextHandler context = new ServletContextHandler(path);
        FilterHolder gate = new FilterHolder(
                new Gate(new Proofs(tokens, identities), tokens, running, settings, drain, Entrances.of("all")));
        gate.setAsyncSupported(true);
        context.addFilter(gate, "/*", EnumSet.of(DispatcherType.REQUEST));
        return context;
    }

    private static void add(ServletContextHandler context, Servlet servlet, String pattern) {
        ServletHolder holder = new ServletHolder(servlet);
        holder.setAsyncSupported(true);
        context.addServlet(holder, pattern);
    }
}
