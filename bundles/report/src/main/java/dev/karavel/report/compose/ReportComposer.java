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
    private static final String LOCALE = "en";

    private final ChartRenderer renderer;
    private final QueryService queries;
    private final Charts charts;
    private final Dashboards dashboards;
    private final AccessControl access;
    private final ReportSettings settings;

    @Activate
    public ReportComposer(
            @Reference ChartRenderer renderer,
            @Reference QueryService queries,
            @Reference Charts charts,
            @Reference Dashboards dashboards,
            @Reference AccessControl access,
            @Reference ReportSettings settings) {
        this.renderer = renderer;
        this.queries = queries;
        this.charts = charts;
        this.dashboards = dashboards;
        this.access = access;
        this.settings = settings;
    }

    /** What a report is about. */
    private record Thing(String title, String link) {}

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
        return new Message(
                subject(schedule, thing),
                text(schedule, thing, verdict, table),
                html(schedule, thing, verdict, table, pictures),
                pictures,
                files,
                thing.link());
    }

    /** Told to recipients of an alert that holds no more. */
    public Message recovery(ReportSchedule schedule, Verdict verdict, Principal principal) {
        Thing thing = thing(schedule, principal);
        String words = "The alert “" + schedule.name() + "” holds no more. Its value is now " + verdict.words() + ".";
        return plain(settings.subjectPrefix(Kind.ALERT) + "Recovered: " + schedule.name(), words, thing.link());
    }

    /** Told to owners. */
    public Message failure(ReportSchedule schedule, String why) {
        String noun = schedule.kind() == Kind.ALERT ? "alert" : "report";
        String words = "The " + noun + " “" + schedule.name() + "” could not be sent: " + why;
        return plain(
                settings.subjectPrefix(schedule.kind()) + "Failed: " + schedule.name(),
                words,
                settings.publicUrl() + (schedule.kind() == Kind.ALERT ? "/alert/list/" : "/report/list/"));
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

    private Message plain(String subject, String words, String link) {
        return new Message(
                subject,
                words + "\n\n" + link + "\n",
                Markup.page(Markup.paragraph(Markup.escaped(words)) + Markup.paragraph(Markup.link(link, "Open it"))),
                List.of(),
                List.of(),
                link);
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

    private static Look look(ReportSchedule schedule, int usual, double scale, PictureFormat format) {
        OptionalInt wanted = schedule.delivery().width();
        int width = wanted.orElse(usual);
        boolean chart = schedule.chartId().isPresent();
        return new Look(width, width * 5 / 8, scale, false, LOCALE, format, chart, true);
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

    private String subject(ReportSchedule schedule, Thing thing) {
        String own = schedule.delivery().subject();
        return settings.subjectPrefix(schedule.kind()) + (own.isBlank() ? schedule.name() + ": " + thing.title() : own);
    }

    private static String text(
            ReportSchedule schedule, Thing thing, Optional<Verdict> verdict, Optional<TextTable> table) {
        StringBuilder text = new StringBuilder(schedule.name()).append('\n');
        for (String words : List.of(schedule.description(), schedule.delivery().words())) {
            if (!words.isBlank()) {
                text.append('\n').append(words.strip()).append('\n');
            }
        }
        verdict.ifPresent(
                found -> text.append("\nValue: ").append(found.words()).append('\n'));
        table.ifPresent(rows -> text.append('\n').append(rows.text()).append('\n'));
        return text.append('\n')
                .append(thing.title())
                .append(": ")
                .append(thing.link())
                .append('\n')
                .toString();
    }

    private static String html(
            ReportSchedule schedule,
            Thing thing,
            Optional<Verdict> verdict,
            Optional<TextTable> table,
            List<Attachment> pictures) {
        StringBuilder body = new StringBuilder();
        body.append(Markup.paragraphs(schedule.description()));
        body.append(Markup.paragraphs(schedule.delivery().words()));
        verdict.ifPresent(found ->
                body.append(Markup.paragraph("Value: <strong>" + Markup.escaped(found.words()) + "</strong>")));
        body.append(Markup.paragraph(Markup.link(thing.link(), thing.title())));
        table.ifPresent(rows -> body.append(rows.html()));
        pictures.forEach(picture -> body.append("<p style=\"margin:0 0 12px\"><img src=\"cid:")
                .append(picture.id())
                .append("\" alt=\"")
                .append(Markup.escaped(thing.title()))
                .append("\" style=\"max-width:100%;height:auto;border:0\"></p>"));
        return Markup.page(body.toString());
    }
}
