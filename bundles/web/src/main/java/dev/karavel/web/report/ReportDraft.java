package dev.karavel.web.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.karavel.api.catalog.Stamp;
import dev.karavel.api.catalog.Users;
import dev.karavel.api.error.KaravelException;
import dev.karavel.api.report.ReportFormat;
import dev.karavel.api.report.ReportSchedule;
import dev.karavel.api.report.ReportSchedule.Alarm;
import dev.karavel.api.report.ReportSchedule.Delivery;
import dev.karavel.api.report.ReportSchedule.Kind;
import dev.karavel.api.report.ReportSchedule.Progress;
import dev.karavel.api.report.ReportSchedule.Timing;
import dev.karavel.api.schedule.Schedule.MissedRuns;
import dev.karavel.api.security.Principal;
import dev.karavel.web.json.Fields;
import dev.karavel.web.list.Owners;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Alerts and reports as they are sent. Looks at types and ranges; whether it can run is asked of the reports. */
@Component(service = ReportDraft.class)
public final class ReportDraft {
    private static final Timing USUAL =
            new Timing("", ZoneId.of("UTC"), Duration.ofHours(4), Duration.ofHours(1), 90, MissedRuns.SKIP);
    private static final Delivery PICTURE = new Delivery(ReportFormat.PNG, "", "", false, OptionalInt.empty(), "{}");
    private static final Set<String> METHODS = Set.of("alerts_reports", "charts", "dashboards");

    private final Users users;

    @Activate
    public ReportDraft(@Reference Users users) {
        this.users = users;
    }

    ReportSchedule created(Fields fields, Principal principal) {
        fields.requiredText("name");
        fields.requiredText("crontab");
        ReportSchedule fresh = new ReportSchedule(
                0,
                UUID.randomUUID(),
                0,
                kind(fields.requiredText("type")),
                "",
                "",
                true,
                "alerts_reports",
                USUAL,
                OptionalLong.empty(),
                OptionalLong.empty(),
                Optional.empty(),
                PICTURE,
                List.of(),
                Set.of(),
                Progress.NONE,
                Stamp.none());
        return changed(fresh, fields, principal);
    }

    ReportSchedule changed(ReportSchedule old, Fields fields, Principal principal) {
        fields.requireVersion(old.version());
        Kind kind = fields.has("type") ? kind(fields.requiredText("type")) : old.kind();
        return new ReportSchedule(
                old.id(),
                old.uuid(),
                old.version(),
                kind,
                fields.has("name") ? fields.requiredText("name") : old.name(),
                fields.text("description", old.description()),
                fields.flag("active", old.active()),
                method(fields.text("creation_method", old.creationMethod())),
                timing(old.timing(), fields),
                thing("chart", "dashboard", old.chartId(), fields),
                thing("dashboard", "chart", old.dashboardId(), fields),
                kind == Kind.ALERT ? Optional.of(alarm(old.alarm(), fields)) : Optional.empty(),
                delivery(old.delivery(), fields),
                fields.has("recipients") ? RecipientFields.read(fields) : old.recipients(),
                Owners.after(fields, old.owners(), principal, users),
                old.progress(),
                old.stamp().by(principal.userId()));
    }

    private static Timing timing(Timing old, Fields fields) {
        return new Timing(
                fields.has("crontab") ? fields.requiredText("crontab").strip() : old.crontab(),
                ReportCrontabResource.zone(fields.text("timezone", old.zone().getId())),
                seconds("grace_period", old.grace(), 1, fields),
                seconds("working_timeout", old.workingTimeout(), 60, fields),
                number("log_retention", old.logDays(), 0, 36_500, fields),
                missed(fields.text("missed_runs", old.missed().name())));
    }

    static Alarm alarm(Optional<Alarm> old, Fields fields) {
        String statement = fields.text("sql", old.map(Alarm::sql).orElse(""));
        Optional<Long> database = fields.whole("database", old.map(Alarm::databaseId));
        boolean tells =
                fields.flag("notify_on_recovery", old.map(Alarm::tellsRecovery).orElse(false));
        if (database.isEmpty()) {
            throw KaravelException.invalid("database", "An alert needs the database its statement asks");
        }
        String type = fields.text(
                "validator_type",
                old.map(alarm -> alarm.operator().isPresent() ? "operator" : "not null")
                        .orElse(""));
        return switch (type) {
            case "not null" -> new Alarm(database.get(), statement, Optional.empty(), OptionalDouble.empty(), tells);
            case "operator" -> {
                JsonNode config = fields.has("validator_config_json")
                        ? fields.node("validator_config_json")
                        : MissingNode.getInstance();
                yield config.isMissingNode()
                        ? new Alarm(
                                database.get(),
                                statement,
                                old.flatMap(Alarm::operator),
                                old.map(Alarm::threshold).orElse(OptionalDouble.empty()),
                                tells)
                        : new Alarm(
                                database.get(),
                                statement,
                                ValidatorFields.operator(fields),
                                ValidatorFields.threshold(fields),
                                tells);
            }
            default -> throw KaravelException.invalid("validator_type", "validator_type is not null or operator");
        };
    }

    private static Delivery delivery(Delivery old, Fields fields) {
        String format = fields.text("report_format", old.format().name());
        return new Delivery(
                ReportFormat.of(format)
                        .orElseThrow(() -> KaravelException.invalid(
                                "report_format", "report_format is one of " + ReportFormat.words())),
                fields.text("email_subject", old.subject()),
                fields.text("context_markdown", old.words()),
                fields.flag("force_screenshot", old.forcePicture()),
                width(old.width(), fields),
                ValidatorFields.extra(fields, old.extra()));
    }

    private static OptionalInt width(OptionalInt old, Fields fields) {
        Optional<Long> width =
                fields.whole("custom_width", old.isPresent() ? Optional.of((long) old.getAsInt()) : Optional.empty());
        if (width.isEmpty()) {
            return OptionalInt.empty();
        }
        if (width.get() < 600 || width.get() > 2400) {
            throw KaravelException.invalid("custom_width", "custom_width is from 600 to 2400 pixels");
        }
        return OptionalInt.of(width.get().intValue());
    }

    /** Naming one of the two takes the other one away. */
    private static OptionalLong thing(String name, String other, OptionalLong old, Fields fields) {
        Optional<Long> kept = old.isPresent()
                        && (fields.has(name)
                                || !fields.has(other)
                                || fields.node(other).isNull())
                ? Optional.of(old.getAsLong())
                : Optional.empty();
        return fields.whole(name, kept).map(OptionalLong::of).orElse(OptionalLong.empty());
    }

    private static Duration seconds(String name, Duration old, int least, Fields fields) {
        return Duration.ofSeconds(number(name, (int) old.toSeconds(), least, Integer.MAX_VALUE, fields));
    }

    private static int number(String name, int old, int least, int most, Fields fields) {
        long wanted = fields.whole(name, Optional.of((long) old)).orElse((long) old);
        if (wanted < least || wanted > most) {
            throw KaravelException.invalid(name, name + " is from " + least + " to " + most);
        }
        return (int) wanted;
    }

    private static Kind kind(String word) {
        return Arrays.stream(Kind.values())
                .filter(kind -> kind.word().equals(word))
                .findFirst()
                .orElseThrow(() -> KaravelException.invalid("type", "type is Alert or Report"));
    }

    private static MissedRuns missed(String word) {
        return Arrays.stream(MissedRuns.values())
                .filter(policy -> policy.name().equals(word.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> KaravelException.invalid("missed_runs", "missed_runs is skip or run_once"));
    }

    private static String method(String word) {
        if (!METHODS.contains(word)) {
            throw KaravelException.invalid(
                    "creation_method", "creation_method is alerts_reports, charts or dashboards");
        }
        return word;
    }
}
