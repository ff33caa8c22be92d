package dev.karavel.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.karavel.api.catalog.Chart;
import dev.karavel.api.catalog.Dashboard;
import dev.karavel.api.catalog.Stamp;
import dev.karavel.api.catalog.Theme;
import dev.karavel.api.error.ErrorCode;
import dev.karavel.api.error.KaravelException;
import dev.karavel.api.query.ChartRequest;
import dev.karavel.api.render.DashboardPart;
import dev.karavel.api.render.Look;
import dev.karavel.api.render.Picture;
import dev.karavel.api.render.PictureFormat;
import dev.karavel.api.viz.Asset;
import dev.karavel.api.viz.Plugin;
import dev.karavel.api.viz.Visualization;
import dev.karavel.api.viz.VisualizationRegistry;
import dev.karavel.spi.data.QuerySpec;
import dev.karavel.spi.data.Table;
import dev.karavel.spi.viz.DatasetInfo;
import dev.karavel.spi.viz.FormData;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The service with real V8 and real charts. */
class PicturesTest {
    private static House house = new House();
    private static final Settings SMALL = Turned.settings(
            Map.of("isolates", 1, "waiting", 8, "script_seconds", 3, "time_to_live", "PT1H", "data_seconds", 30));
    private static final Drawing DRAWING = new Drawing(new HouseRegistry(), SMALL);
    private static final Look SVG = new Look(500, 300, 1, false, "en", PictureFormat.SVG, true, true);
    private static final Look PNG = new Look(1200, 800, 1, false, "en", PictureFormat.PNG, false, true);

    private Pictures pictures;

    @BeforeEach
    void open() {
        house = new House();
        pictures = new Pictures(
                house.charts,
                house.dashboards,
                new Shelf.OfDatasets(),
                house.themes,
                new House.Everything(),
                house.new Queries(),
                house.new Registry(),
                house.new Cache(),
                new Stamps(),
                DRAWING,
                SMALL);
    }

    @AfterAll
    static void close() {
        DRAWING.stop();
    }

    private String svg(long chart) {
        return text(pictures.chart(ChartRequest.ofChart(chart), SVG, House.MARY));
    }

    private static String text(Picture picture) {
        return new String(picture.bytes(), StandardCharsets.UTF_8);
    }

    @Test
    void aSavedChartIsDrawnOnceAndNamedByItsContent() {
        house.chart(1, "Busiest origins", "echarts_timeseries_bar", 1);
        Picture first = pictures.chart(ChartRequest.ofChart(1), SVG, House.MARY);
        assertThat(text(first)).contains("<svg").contains("Busiest origins");
        assertThat(first.fileName()).isEqualTo("Busiest origins.svg");
        assertThat(pictures.chart(ChartRequest.ofChart(1), SVG, House.MARY).etag())
                .isEqualTo(first.etag());
        assertThat(pictures.chart(ChartRequest.ofChart(1), SVG.inTheme(true), House.MARY)
                        .etag())
                .isNotEqualTo(first.etag());
        assertThat(house.painted).isEqualTo(2);
    }

    @Test
    void whoSeesOtherRowsGetsAnotherPicture() {
        house.chart(1, "Delay", "echarts_timeseries_line", 0);
        house.ownRows.put(House.PAUL.userId(), "PAULS");
        Picture marys = pictures.chart(ChartRequest.ofChart(1), SVG, House.MARY);
        Picture pauls = pictures.chart(ChartRequest.ofChart(1), SVG, House.PAUL);
        assertThat(text(marys)).contains("ORD").doesNotContain("PAULS");
        assertThat(text(pauls)).contains("PAULS").doesNotContain("ORD");
        assertThat(pauls.etag()).isNotEqualTo(marys.etag());
    }

    @Test
    void whatCannotBeDrawnIsACardThatSaysWhy() {
        house.chart(1, "Gone", "no_such_type", 0);
        house.scripts.put("broken", "export const chart = () => { throw new Error('my mistake') }");
        house.chart(2, "Broken", "broken", 0);
        house.scripts.put("endless", "export const chart = () => { for (;;) {} }");
        house.chart(3, "Endless", "endless", 0);
        house.chart(4, "Away", "pie", 0);
        house.refusals.put(4L, new KaravelException(ErrorCode.WAREHOUSE_UNREACHABLE, "The warehouse does not answer"));
        house.scripts.put("page_only", "export const mount = () => ({})");
        house.chart(5, "Map", "page_only", 0);
        assertThat(svg(1)).contains("“no_such_type” is not installed");
        assertThat(svg(2)).contains("my mistake");
        assertThat(svg(3)).contains("longer than 3 seconds");
        assertThat(svg(4)).contains("The warehouse does not answer");
        assertThat(svg(5)).contains("only draws in the page");
        house.chart(6, "Fine", "pie", 0);
        assertThat(svg(6)).contains("Fine");
    }

    @Test
    void aChartOfChartsIsDrawnWithTheirSettingsAndRows() {
        house.scripts.put("layered", """
                export const chart = ({ formData, results }) => ({ kind: 'html', html: (formData.layers ?? [])
                  .map((layer, index) => `<p>${layer.title}: ${results[index].length} rows, ${formData.chosen}</p>`).join('') })""");
        house.controls.put(
                "layered",
                "{\"controls\": [{\"controls\": [{\"name\": \"chosen\", \"ui\": {\"widget\": \"charts\", \"layers\": \"layers\"}}]}]}");
        house.chart(1, "Pie below", "pie", 0);
        house.chart(2, "Secret", "pie", 0);
        house.refusals.put(2L, new KaravelException(ErrorCode.FORBIDDEN, "No"));
        house.chart(3, "Bars above", "echarts_timeseries_bar", 1);
        house.chart(
                4,
                "All of them",
                "layered",
                0,
                "{\"chosen\": [1, 2, 3, 99], \"time_range\": \"Last week\", \"adhoc_filters\": [{\"subject\": \"origin\"}]}");
        assertThat(svg(4))
                .contains("Pie below: ", "Bars above: ", "rows, undefined")
                .doesNotContain("Secret", "Pie below: 0");
        assertThat(house.asked.get(3L)).containsEntry("time_range", "Last week").containsKey("adhoc_filters");
    }

    @Test
    void whatMayNotBeAskedIsRefused() {
        house.chart(1, "Secret", "pie", 0);
        house.refusals.put(1L, new KaravelException(ErrorCode.FORBIDDEN, "No"));
        assertThatThrownBy(() -> svg(1))
                .asInstanceOf(type(KaravelException.class))
                .matches(e -> e.code() == ErrorCode.FORBIDDEN);
        Look huge = new Look(4000, 4000, 4, false, "en", PictureFormat.PNG, true, true);
        house.chart(2, "Fine", "pie", 0);
        assertThatThrownBy(() -> pictures.chart(ChartRequest.ofChart(2), huge, House.MARY))
                .asInstanceOf(type(KaravelException.class))
                .matches(e -> e.field().equals("scale"));
    }

    private static final String LAYOUT = """
            {"ROOT_ID": {"type": "ROOT", "children": ["GRID_ID"]}, "GRID_ID": {"type": "GRID", "children": ["H", "R1", "R2", "D", "T"]},
             "H": {"type": "HEADER", "meta": {"text": "Flights in short", "headerSize": "LARGE_HEADER"}},
             "R1": {"type": "ROW", "children": ["C1", "C2", "M"]}, "R2": {"type": "ROW", "children": ["COL", "C3"]},
             "COL": {"type": "COLUMN", "meta": {"width": 5}, "children": ["C4", "C5"]},
             "C1": {"type": "CHART", "meta": {"chartId": 1, "width": 3, "height": 22}}, "C2": {"type": "CHART", "meta": {"chartId": 2, "width": 5, "height": 40}},
             "M": {"type": "MARKDOWN", "meta": {"width": 4, "height": 20, "code": "## Read me\\n\\nSome **bold** words, a [link](/x) and\\n\\n- one\\n- two with `code`\\n\\n| a | b |\\n|---|---|\\n| 1 | 2 |"}},
             "C3": {"type": "CHART", "meta": {"chartId": 3, "width": 7, "height": 50, "sliceNameOverride": "Renamed"}},
             "C4": {"type": "CHART", "meta": {"chartId": 4, "width": 5, "height": 24}}, "C5": {"type": "CHART", "meta": {"chartId": 5, "width": 5, "height": 34}},
             "D": {"type": "DIVIDER"}, "T": {"type": "TABS", "children": ["T1", "T2"]},
             "T1": {"type": "TAB", "meta": {"text": "Shares"}, "children": ["R3"]}, "T2": {"type": "TAB", "meta": {"text": "Rows"}, "children": ["R4"]},
             "R3": {"type": "ROW", "children": ["C6"]}, "R4": {"type": "ROW", "children": ["C7"]},
             "C6": {"type": "CHART", "meta": {"chartId": 6, "width": 12, "height": 40}}, "C7": {"type": "CHART", "meta": {"chartId": 7, "width": 12, "height": 40}}}""";

    private void dashboard() {
        house.chart(1, "Flights", "big_number", 0);
        house.chart(2, "Delay", "echarts_timeseries_line", 0);
        house.chart(3, "Outcome", "echarts_timeseries_bar", 0);
        house.chart(4, "Secret", "pie", 0);
        house.refusals.put(4L, new KaravelException(ErrorCode.FORBIDDEN, "You may not query its dataset"));
        house.scripts.put("endless", "export const chart = () => { for (;;) {} }");
        house.chart(5, "Endless", "endless", 0);
        house.chart(6, "Shares", "pie", 0);
        house.chart(7, "Rows", "echarts_timeseries_bar", 1);
        house.dashboard(9, "Flights & delays", LAYOUT, 1L, 2L, 3L, 4L, 5L, 6L, 7L);
    }

    @Test
    void aDashboardIsDrawnInItsLayoutWithWhatCanBeDrawn() throws Exception {
        dashboard();
        Path out = Files.createDirectories(Path.of("target/pictures"));
        for (boolean dark : new boolean[] {false, true}) {
            Picture png = pictures.dashboard(9, DashboardPart.asOpened(), PNG.inTheme(dark), House.MARY);
            Files.write(out.resolve("dashboard-" + (dark ? "dark" : "light") + ".png"), png.bytes());
            assertThat(png.width()).isEqualTo(1200);
            assertThat(png.height()).isGreaterThan(900);
        }
        Look svg = new Look(1200, 800, 1, false, "en", PictureFormat.SVG, false, true);
        String first = text(pictures.dashboard(9, DashboardPart.asOpened(), svg, House.MARY));
        assertThat(first)
                .contains(
                        "Flights &amp; delays",
                        "Flights in short",
                        "Renamed",
                        "Read me",
                        "two with",
                        "You may not query its dataset",
                        "longer than 3 seconds")
                .contains("On time")
                .doesNotContain("Chicago");
        String second = text(pictures.dashboard(9, new DashboardPart(List.of("T2"), false), svg, House.MARY));
        assertThat(second).contains("Chicago");
        Picture all = pictures.dashboard(9, new DashboardPart(List.of(), true), svg, House.MARY);
        assertThat(text(all)).contains("On time", "Chicago");
        Look pdf = new Look(1200, 800, 1, false, "en", PictureFormat.PDF, false, true);
        byte[] page = pictures.dashboard(9, new DashboardPart(List.of(), true), pdf, House.MARY)
                .bytes();
        Files.write(out.resolve("dashboard.pdf"), page);
        assertThat(new String(page, 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
    }

    @Test
    void aDashboardIsDrawnInItsThemeAndAnewWhenThatChanges() {
        theme(1, "{\"light\": {\"page\": \"#dceeff\", \"c1\": \"#aa0055\"}, \"dark\": {\"page\": \"#001a33\"}}");
        house.chart(1, "Busiest origins", "echarts_timeseries_bar", 1);
        Dashboard dashboard = house.dashboard(9, "At sea", "", 1L);
        String day = text(pictures.dashboard(9, DashboardPart.asOpened(), SVG, House.MARY));
        assertThat(day).contains("#dceeff", "#aa0055");
        String night = text(pictures.dashboard(9, DashboardPart.asOpened(), SVG.inTheme(true), House.MARY));
        assertThat(night).contains("#001a33").doesNotContain("#dceeff", "#aa0055");
        assertThat(svg(1)).doesNotContain("#aa0055");

        String before =
                pictures.dashboardDigests(List.of(dashboard), House.MARY).get(9L);
        theme(2, "{\"light\": {\"c1\": \"#00aa55\"}}");
        assertThat(pictures.dashboardDigests(List.of(dashboard), House.MARY).get(9L))
                .isNotEqualTo(before);
        assertThat(text(pictures.dashboard(9, DashboardPart.asOpened(), SVG, House.MARY)))
                .contains("#00aa55")
                .doesNotContain("#aa0055");
    }

    private void theme(int version, String json) {
        house.themes.kept.put(5L, new Theme(5, UUID.randomUUID(), version, "Sea", json, false, Stamp.none()));
    }

    @Test
    void chartsOfADashboardAreAskedUnderItsFilters() {
        house.chart(1, "Shares", "pie", 0);
        house.chart(2, "More shares", "pie", 0);
        house.dashboard(9, "Filtered", "", 1L, 2L);
        String mask =
                "{\"1\": {\"extraFormData\": {\"filters\": [{\"col\": \"airport\", \"op\": \"IN\", \"val\": [\"ORD\"]}]}}}";
        DashboardPart part = new DashboardPart(List.of(), false, Optional.empty(), mask, Map.of("year", "2024"));
        pictures.dashboard(9, part, PNG, House.MARY);
        assertThat(house.asked.get(1L)).isEqualTo(Map.of("url_params", Map.of("year", "2024")));
        assertThat(house.asked.get(2L)).containsOnlyKeys("extra_form_data", "url_params");
        assertThat(house.asked.get(2L).toString()).contains("airport", "ORD");
    }

    @Test
    void aDashboardWithNothingOnItSaysSo() {
        house.dashboard(7, "New", "");
        assertThat(text(pictures.dashboard(7, DashboardPart.asOpened(), SVG, House.MARY)))
                .contains("This dashboard is empty");
    }

    @Test
    void aDashboardThatMayNotBeSeenIsAsGoodAsMissing() {
        house.dashboard(8, "Hidden", "");
        assertThatThrownBy(() -> pictures.dashboard(8, DashboardPart.asOpened(), PNG, House.MARY))
                .asInstanceOf(type(KaravelException.class))
                .matches(e -> e.code() == ErrorCode.NOT_FOUND);
    }

    @Test
    void aDigestChangesWithTheChart() {
        Chart chart = house.chart(1, "Flights", "pie", 0);
        String before = pictures.chartDigests(List.of(chart), House.MARY).get(1L);
        Chart changed = new Chart(
                1,
                chart.uuid(),
                2,
                chart.name(),
                chart.vizType(),
                1,
                chart.params(),
                chart.queryContext(),
                "",
                chart.cacheTimeout(),
                "",
                "",
                chart.owners(),
                chart.stamp());
        assertThat(pictures.chartDigests(List.of(changed), House.MARY).get(1L))
                .isNotEqualTo(before)
                .matches("[0-9a-f]{32}");
        assertThat(pictures.chartDigests(List.of(chart), House.MARY)).containsEntry(1L, before);
    }

    /** The isolates live as long as the test, the houses do not. */
    private static final class HouseRegistry implements VisualizationRegistry {
        private VisualizationRegistry now() {
            return house.new Registry();
        }

        @Override
        public List<Visualization> all() {
            return now().all();
        }

        @Override
        public Optional<Visualization> find(String vizType) {
            return now().find(vizType);
        }

        @Override
        public List<Plugin> plugins() {
            return now().plugins();
        }

        @Override
        public Optional<Asset> asset(String plugin, String version, String path) {
            return now().asset(plugin, version, path);
        }

        @Override
        public List<QuerySpec> query(String vizType, FormData formData, DatasetInfo dataset) {
            return now().query(vizType, formData, dataset);
        }

        @Override
        public Table shape(String vizType, Table answer, FormData formData) {
            return answer;
        }
    }
}
