package dev.karavel.web.server;

import dev.karavel.api.catalog.Chart;
import dev.karavel.api.catalog.Dashboard;
import dev.karavel.api.query.ChartRequest;
import dev.karavel.api.render.ChartRenderer;
import dev.karavel.api.render.DashboardPart;
import dev.karavel.api.render.Look;
import dev.karavel.api.render.Picture;
import dev.karavel.api.render.Sample;
import dev.karavel.api.security.Principal;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;

/** Pictures that say what was asked for. */
final class FakeRenderer implements ChartRenderer {
    @Override
    public Picture chart(ChartRequest request, Look look, Principal principal) {
        return picture("chart " + request.chartId().orElse(0L) + " " + request.formData(), look, principal);
    }

    @Override
    public Picture sample(Sample sample, Look look, Principal principal) {
        return picture("sample " + sample.vizType() + " " + sample.results(), look, principal);
    }

    @Override
    public Picture dashboard(long dashboardId, DashboardPart part, Look look, Principal principal) {
        return picture("dashboard " + dashboardId + " " + part, look, principal);
    }

    private static Picture picture(String what, Look look, Principal principal) {
        String text = what + " " + look + " for " + principal.username();
        String tag = Integer.toHexString(text.hashCode());
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return new Picture(
                look.format(), bytes, tag, 1, 1, "picture." + look.format().word());
    }

    @Override
    public Map<Long, String> chartDigests(Collection<Chart> charts, Principal principal) {
        return charts.stream().collect(Collectors.toMap(Chart::id, chart -> "c" + chart.id() + "v" + chart.version()));
    }

    @Override
    public Map<Long, String> dashboardDigests(Collection<Dashboard> dashboards, Principal principal) {
        return dashboards.stream()
                .collect(Collectors.toMap(Dashboard::id, one -> "d" + one.id() + "v" + one.version()));
    }
}
