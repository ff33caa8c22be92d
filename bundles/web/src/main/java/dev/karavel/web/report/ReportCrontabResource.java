package dev.karavel.web.report;

import dev.karavel.api.error.ErrorCode;
import dev.karavel.api.error.KaravelException;
import dev.karavel.api.schedule.Crontabs;
import dev.karavel.web.rest.Needs;
import dev.karavel.web.rest.RestResource;
import dev.karavel.web.rest.Says;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Says what a crontab means while it is typed. */
@Component(service = ReportCrontabResource.class)
@RestResource
@Path("report/crontab")
@Produces(MediaType.APPLICATION_JSON)
public final class ReportCrontabResource {
    private static final int SHOWN = 5;
    private static final Duration FAR = Duration.ofDays(3_300);

    private final Crontabs crontabs;

    @Activate
    public ReportCrontabResource(@Reference Crontabs crontabs) {
        this.crontabs = crontabs;
    }

    @GET
    @Needs(action = ReportResource.READ, view = ReportResource.VIEW)
    @Says("A crontab in words, and its next due times: crontab=0 8 * * 1-5&timezone=Europe/Berlin")
    public Map<String, Object> read(
            @QueryParam("crontab") String crontab,
            @QueryParam("timezone") String timezone,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String languages) {
        String text = crontab == null ? "" : crontab;
        crontabs.check(text, "crontab");
        ZoneId zone = zone(timezone == null || timezone.isBlank() ? "UTC" : timezone);
        Instant now = Instant.now();
        List<Instant> next = crontabs.between(text, zone, now, now.plus(FAR), SHOWN);
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("description", crontabs.describe(text, locale(languages)));
        result.put("next", next.stream().map(Instant::toString).toList());
        return Map.of("result", result);
    }

    static ZoneId zone(String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException e) {
            throw new KaravelException(
                    ErrorCode.INVALID_REQUEST, "timezone", "timezone is a name such as Europe/Berlin or UTC", e);
        }
    }

    /** The first language somebody accepts. */
    static Locale locale(String accepted) {
        String first = accepted == null ? "" : accepted.split("[,;]")[0].strip();
        return first.matches("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*") ? Locale.forLanguageTag(first) : Locale.ENGLISH;
    }
}
