package dev.karavel.report.compose;

import dev.karavel.api.catalog.Chart;
import dev.karavel.api.catalog.Charts;
import dev.karavel.api.catalog.Dashboard;
import dev.karavel.api.catalog.Dashboards;
import dev.karavel.api.error.KaravelException;
import dev.karavel.api.query.ChartRequest;
import dev.karavel.api.query.Download;
import dev.karavel.api.query.QueryService;
import dev.karavel.api.query.ResultFormat;
import dev.karavel.api.query.ResultType;
import dev.karavel.api.render.ChartRenderer;
import dev.karavel.api.render.DashboardPart;
import dev.karavel.api.render.Look;
import dev.karavel.api.render.Picture;
import dev.karavel.api.render.PictureFormat;
import dev.karavel.api.report.ReportFormat;
import dev.karavel.api.report.ReportSchedule;
import dev.karavel.api.report.ReportSchedule.Kind;
import dev.karavel.api.security.AccessControl;
import dev.karavel.api.security.Principal;
import dev.karavel.report.ReportSettings;
import dev.karavel.report.alert.Verdict;
import dev.karavel.report.compose.Letter.Load;
import dev.karavel.report.compose.Letter.Thing;
import dev.karavel.spi.notify.Notification.Attachment;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Makes the message of an alert or report, with what its executor may see. */
@Component(service = ReportComposer.class)
public final class ReportComposer {
    private static final int CHART_WIDTH = 800;
    private static final int DASHBOARD_WIDTH = 1280;

    private final ChartRenderer renderer;
    private final QueryService queries;
    private final Charts charts;
    private final Dashboards dashboards;
    private final AccessControl access;
    private final MessageLanguage language;
    private final ReportSettings settings;

    @Activate
    public ReportComposer(
            @Reference ChartRenderer renderer,
            @Reference QueryService queries,
            @Reference Charts charts,
            @Reference Dashboards dashboards,
            @Reference AccessControl access,
            @Reference MessageLanguage language,
            @Reference ReportSettings settings) {
        this.renderer = renderer;
        this.queries = queries;
        this.charts = charts;
        this.dashboards = dashboards;
        this.access = access;
        this.language = language;
        this.settings = settings;
    }

    public Message compose(ReportSchedule schedule, Optional<Verdict> verdict, Principal principal, Instant deadline) {
        Thing thing = thing(schedule, principal);
        List<Attachment> pictures = new ArrayList<>();
        List<Attachment> files = new ArrayList<>();
        Optional<TextTable> table = Optional.empty();
        switch (schedule.delivery().format()) {
            case PNG -> pictures.addAll(drawn(schedule, PictureFormat.PNG, principal));
            case PDF -> files.addAll(drawn(schedule, PictureFormat.PDF, principal));
            case CSV -> files.add(rows(schedule, ResultFormat.CSV, principal, deadline));
            case XLSX -> files.add(rows(schedule, ResultFormat.XLSX, principal, deadline));
            case TEXT -> table = Optional.of(table(schedule, principal, deadline));
        }
        return letter(schedule).sent(thing, verdict, new Load(pictures, files, table));
    }

    /** Told to recipients of an alert that holds no more. */
    public Message recovery(ReportSchedule schedule, Verdict verdict, Principal principal) {
        return letter(schedule).recovered(thing(schedule, principal), verdict);
    }

    /** Told to owners. */
    public Message failure(ReportSchedule schedule, String why) {
        String path = schedule.kind() == Kind.ALERT ? "/alert/" : "/report/";
        return letter(schedule).failed(why, settings.publicUrl() + path + schedule.id() + "/log");
    }

    private Letter letter(ReportSchedule schedule) {
        return new Letter(schedule, new MessageWords(language.of(schedule)), settings.subjectPrefix(schedule.kind()));
    }

    /** @throws KaravelException INVALID_REQUEST with the field, for what the principal may not see */
    public void check(ReportSchedule schedule, Principal principal) {
        if (schedule.chartId().isPresent() == schedule.dashboardId().isPresent()) {
            throw KaravelException.invalid("chart", "Choose a chart or a dashboard to send: one of the two");
        }
        thing(schedule, principal);
        if (schedule.dashboardId().isPresent() && !schedule.delivery().format().ofDashboards()) {
            throw KaravelException.invalid("report_format", "A dashboard is sent as PNG or PDF; rows are of a chart");
        }
        DashboardState.parts(schedule.delivery().extra());
    }

    private Thing thing(ReportSchedule schedule, Principal principal) {
        if (schedule.chartId().isPresent()) {
            long id = schedule.chartId().getAsLong();
            Chart chart = charts.find(id)
                    .filter(found -> access.maySee(principal, found))
                    .orElseThrow(() -> KaravelException.invalid(
                            "chart", "Chart " + id + " does not exist, or you may not see it"));
            return new Thing(chart.name(), settings.publicUrl() + "/explore/?slice_id=" + id);
        }
        long id = schedule.dashboardId().orElse(0);
        Dashboard dashboard = dashboards
                .find(id)
                .filter(found -> access.maySee(principal, found))
                .orElseThrow(() -> KaravelException.invalid(
                        "dashboard", "Dashboard " + id + " does not exist, or you may not see it"));
        return new Thing(dashboard.title(), settings.publicUrl() + "/dashboard/" + dashboard.address() + "/");
    }

    private List<Attachment> drawn(ReportSchedule schedule, PictureFormat format, Principal principal) {
        List<Picture> pictures = new ArrayList<>();
        if (schedule.chartId().isPresent()) {
            pictures.add(renderer.chart(request(schedule), look(schedule, CHART_WIDTH, 2, format), principal));
        } else {
            for (DashboardPart part : DashboardState.parts(schedule.delivery().extra())) {
                pictures.add(renderer.dashboard(
                        schedule.dashboardId().getAsLong(),
                        part,
                        look(schedule, DASHBOARD_WIDTH, 1.5, format),
                        principal));
            }
        }
        List<Attachment> attachments = new ArrayList<>();
        for (Picture picture : pictures) {
            int number = attachments.size();
            attachments.add(new Attachment(
                    "picture-" + number + "@karavel",
                    pictures.size() == 1 ? picture.fileName() : (number + 1) + "-" + picture.fileName(),
                    format.mediaType(),
                    picture.bytes()));
        }
        return attachments;
    }

    private Look look(ReportSchedule schedule, int usual, double scale, PictureFormat format) {
        OptionalInt wanted = schedule.delivery().width();
        int width = wanted.orElse(usual);
        boolean chart = schedule.chartId().isPresent();
        return new Look(
                width, width * 5 / 8, scale, false, language.of(schedule).getLanguage(), format, chart, true);
    }

    private Attachment rows(ReportSchedule schedule, ResultFormat format, Principal principal, Instant deadline) {
        Download file = queries.download(request(schedule), format, principal, deadline);
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            file.writeTo(bytes);
            return new Attachment("rows@karavel", file.fileName(), file.mediaType(), bytes.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException("Memory does not fail to be written to", e);
        }
    }

    private TextTable table(ReportSchedule schedule, Principal principal, Instant deadline) {
        return new TextTable(
                queries.tables(request(schedule), principal, deadline).get(0));
    }

    private static ChartRequest request(ReportSchedule schedule) {
        return new ChartRequest(
                Optional.of(schedule.chartId().getAsLong()),
                Optional.empty(),
                Map.of(),
                List.of(),
                schedule.delivery().format() == ReportFormat.TEXT ? ResultType.POST_PROCESSED : ResultType.FULL,
                schedule.delivery().forcePicture(),
                Optional.empty());
    }
}
