package dev.karavel.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.karavel.api.viz.Asset;
import dev.karavel.api.viz.Plugin;
import dev.karavel.api.viz.Visualization;
import dev.karavel.api.viz.VisualizationRegistry;
import dev.karavel.spi.data.QuerySpec;
import dev.karavel.spi.data.Table;
import dev.karavel.spi.viz.DatasetInfo;
import dev.karavel.spi.viz.FormData;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ListCommandsTest {
    @Test
    void dashboardsStandInAlignedColumns() throws Exception {
        DashboardListCommand command = new DashboardListCommand();
        command.dashboards =
                new Fakes.FakeDashboards(Fakes.dashboard(7, "Flights", true), Fakes.dashboard(12, "Draft", false));
        List<String> lines = Printed.by(command).lines().toList();
        assertThat(lines.get(0)).contains("ID", "Title", "Slug", "State", "Charts", "Changed (UTC)");
        assertThat(lines.get(2)).contains(" 7", "Flights", "slug-7", "published", "2026-01-31 12:00");
        assertThat(lines.get(3)).contains("12", "Draft", "draft");
        assertThat(lines.get(2).indexOf("slug-")).isEqualTo(lines.get(3).indexOf("slug-"));
    }

    @Test
    void aTextNarrowsTheListInTheRepository() throws Exception {
        DashboardListCommand command = new DashboardListCommand();
        Fakes.FakeDashboards dashboards = new Fakes.FakeDashboards();
        command.dashboards = dashboards;
        command.text = "fli";
        assertThat(Printed.by(command)).contains("No dashboards");
        assertThat(dashboards.asked.conditions()).singleElement().satisfies(condition -> {
            assertThat(condition.operator()).isEqualTo("title_or_slug");
            assertThat(condition.value()).isEqualTo("fli");
        });
    }

    @Test
    void databasesAreListedWithoutTheirSettings() throws Exception {
        DatabaseListCommand command = new DatabaseListCommand();
        command.databases = new Fakes.FakeDatabases(Fakes.database(1, "examples"));
        assertThat(Printed.by(command)).contains("examples", "duckdb").doesNotContain("secret");
    }

    @Test
    void usersAreListedWithTheirRolesInOrder() throws Exception {
        UserListCommand command = new UserListCommand();
        command.users = new Fakes.FakeUsers(Fakes.user("ann", Set.of("Gamma", "Admin")));
        assertThat(Printed.by(command)).contains("ann", "First Last", "Admin, Gamma", "yes");
    }

    @Test
    void cacheStatisticsNameTheHitRate() throws Exception {
        CacheStatsCommand command = new CacheStatsCommand();
        command.cache = new Fakes.FakeCache();
        assertThat(Printed.by(command)).contains("75.0 %", "1.5 MB of 64.0 MB");
    }

    @Test
    void clearingSaysHowMuchIsGone() throws Exception {
        CacheClearCommand command = new CacheClearCommand();
        command.cache = new Fakes.FakeCache();
        assertThat(Printed.by(command)).isEqualToIgnoringNewLines("12 results forgotten");
        assertThat(command.cache.statistics().entries()).isZero();
    }

    @Test
    void pluginsAreListedWithTheirProblem() throws Exception {
        PluginListCommand command = new PluginListCommand();
        command.visualizations = registry(
                new Plugin("dev.karavel.viz.basic", "Basic", "0.1.0", "visualization", List.of("table", "pie"), ""),
                new Plugin("org.example.broken", "Broken", "1.0.0", "visualization", List.of(), "No descriptor"));
        assertThat(Printed.by(command)).contains("table, pie", "org.example.broken", "No descriptor");
    }

    @Test
    void statusSaysWhatIsMissingAndWhereToLook() throws Exception {
        StatusCommand command = new StatusCommand();
        command.dashboards = new Fakes.FakeDashboards(Fakes.dashboard(1, "a", true));
        command.cache = new Fakes.FakeCache();
        command.visualizations = registry(new Plugin("broken", "", "1", "visualization", List.of(), "why"));
        List<String> lines = Printed.by(command).lines().toList();
        assertThat(lines)
                .anySatisfy(line -> assertThat(line).startsWith("Dashboards").contains("1"));
        assertThat(lines)
                .anySatisfy(line -> assertThat(line).startsWith("Charts").contains("bundle:diag"));
        assertThat(lines).anySatisfy(line -> assertThat(line).contains("1 plugin", "karavel:plugin-list"));
    }

    private static VisualizationRegistry registry(Plugin... plugins) {
        return new VisualizationRegistry() {
            @Override
            public List<Visualization> all() {
                return List.of();
            }

            @Override
            public Optional<Visualization> find(String vizType) {
                return Optional.empty();
            }

            @Override
            public List<Plugin> plugins() {
                return List.of(plugins);
            }

            @Override
            public Optional<Asset> asset(String plugin, String version, String path) {
                return Optional.empty();
            }

            @Override
            public List<QuerySpec> query(String vizType, FormData formData, DatasetInfo dataset) {
                throw new UnsupportedOperationException();
            }

            @Override
            public Table shape(String vizType, Table answer, FormData formData) {
                throw new UnsupportedOperationException();
            }
        };
    }
}
