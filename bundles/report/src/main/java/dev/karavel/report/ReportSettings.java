package dev.karavel.report;

import dev.karavel.api.report.ReportSchedule.Kind;
import java.time.Duration;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** The options of alerts and reports. */
@Component(service = ReportSettings.class, configurationPid = "dev.karavel.report")
@Designate(ocd = ReportSettings.Config.class)
public final class ReportSettings {
    @ObjectClassDefinition(name = "Karavel alerts and reports")
    public @interface Config {
        @AttributeDefinition(name = "Address people reach this server at, for links in messages")
        String public_url() default "http://127.0.0.1:8088";

        @AttributeDefinition(
                name = "What stands before the subject of a report; the usual word is in the message's language")
        String report_subject() default "[Report]";

        @AttributeDefinition(
                name = "What stands before the subject of an alert; the usual word is in the message's language")
        String alert_subject() default "[Alert]";

        @AttributeDefinition(name = "Least time between two runs of a report, ISO-8601")
        String report_minimum_interval() default "PT0S";

        @AttributeDefinition(name = "Least time between two runs of an alert, ISO-8601")
        String alert_minimum_interval() default "PT0S";

        @AttributeDefinition(name = "Do everything but send")
        boolean dry_run() default false;

        @AttributeDefinition(name = "How often a run is tried where that can help", min = "1")
        int attempts() default 4;

        @AttributeDefinition(name = "Most seconds of an alert's statement", min = "1")
        int statement_seconds() default 60;

        @AttributeDefinition(name = "Most seconds for one message to one recipient", min = "1")
        int send_seconds() default 60;
    }

    private final Config config;

    @Activate
    public ReportSettings(Config config) {
        this.config = config;
    }

    /** Without a slash at its end. */
    public String publicUrl() {
        return config.public_url().strip().replaceAll("/+$", "");
    }

    /** What stands before the subject; empty for the word in the message's language. */
    public Optional<String> subjectPrefix(Kind kind) {
        String prefix = kind == Kind.ALERT ? config.alert_subject() : config.report_subject();
        return Optional.of(prefix).filter(text -> !text.strip().equals("[" + kind.word() + "]"));
    }

    public Duration minimumInterval(Kind kind) {
        return Duration.parse(kind == Kind.ALERT ? config.alert_minimum_interval() : config.report_minimum_interval());
    }

    public boolean dryRun() {
        return config.dry_run();
    }

    public int attempts() {
        return config.attempts();
    }

    public Duration statementTime() {
        return Duration.ofSeconds(config.statement_seconds());
    }

    public Duration sendTime() {
        return Duration.ofSeconds(config.send_seconds());
    }
}
