package dev.karavel.web.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.karavel.api.report.ReportLog;
import dev.karavel.api.report.ReportState;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportRoutesTest {
    private static final String REPORTS = "/api/v1/report/";
    private static final String ALERT = """
            {"type":"Alert","name":"Few","crontab":"0 8 * * *","timezone":"Europe/Berlin","chart":7,"database":1,"sql":"SELECT 1",
             "validator_type":"operator","validator_config_json":"{\\"op\\":\\"<\\",\\"threshold\\":12.5}","grace_period":60,
             "recipients":[{"type":"Email","recipient_config_json":{"target":"ann@example.com"}}],"selected_tabs":["TAB-a",7]}
            """;

    private TestServer server;
    private Browser asAlpha;
    private Browser asOther;
    private Browser asGamma;

    @BeforeEach
    void start() {
        server = new TestServer();
        server.addUser("alpha", "Alpha");
        server.addUser("other", "Alpha");
        server.addUser("gamma", "Gamma");
        asAlpha = Browser.signedIn(server, "alpha");
        asOther = Browser.signedIn(server, "other");
        asGamma = Browser.signedIn(server, "gamma");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void anAlertIsMadeReadChangedAndDeleted() {
        assertThat(asAlpha.post(REPORTS, ALERT).statusCode()).isEqualTo(201);
        JsonNode made = asAlpha.json(asAlpha.get(REPORTS + "1")).path("result");
        assertThat(made.path("type").asText()).isEqualTo("Alert");
        assertThat(made.path("timezone").asText()).isEqualTo("Europe/Berlin");
        assertThat(made.path("validator_config_json").asText()).isEqualTo("{\"op\":\"<\",\"threshold\":12.5}");
        assertThat(made.path("grace_period").asInt()).isEqualTo(60);
        assertThat(made.path("working_timeout").asInt()).isEqualTo(3600);
        assertThat(made.path("report_format").asText()).isEqualTo("PNG");
        assertThat(made.path("last_state").asText()).isEqualTo("Not triggered");
        assertThat(made.path("next_run").asText()).isEqualTo("2026-05-01T08:00:00Z");
        assertThat(made.at("/recipients/0/recipient_config_json").asText()).isEqualTo("{\"target\":\"shown\"}");
        assertThat(made.at("/extra/dashboard/activeTabs/0").asText()).isEqualTo("TAB-a");
        assertThat(made.at("/owners/0/first_name").asText()).isEqualTo("alpha");

        assertThat(asAlpha.put(REPORTS + "1", "{\"active\":false,\"dashboard\":3}")
                        .statusCode())
                .isEqualTo(200);
        JsonNode changed = asAlpha.json(asAlpha.get(REPORTS)).at("/result/0");
        assertThat(changed.path("active").asBoolean()).isFalse();
        assertThat(changed.path("next_run").isNull()).isTrue();
        assertThat(changed.path("chart_id").isNull()).isTrue();
        assertThat(changed.path("dashboard_id").asLong()).isEqualTo(3);
        assertThat(changed.path("validator_config_json").asText()).contains("12.5");
        assertThat(asAlpha.put(REPORTS + "1", "{\"version\":1}").statusCode()).isEqualTo(409);

        assertThat(asAlpha.delete(REPORTS + "?q=!(1)").body()).contains("Deleted 1 report schedule\"");
        assertThat(asAlpha.get(REPORTS + "1").statusCode()).isEqualTo(404);
    }

    @Test
    void othersDoNotSeeItAndWhoMayNotReadReportsSeesNone() {
        asAlpha.post(REPORTS, ALERT);
        for (String path : new String[] {"1", "1/log/", "1/log/1"}) {
            assertThat(asOther.get(REPORTS + path).statusCode()).as(path).isEqualTo(404);
            assertThat(asGamma.get(REPORTS + path).statusCode()).as(path).isEqualTo(403);
        }
        assertThat(asOther.put(REPORTS + "1", "{}").statusCode()).isEqualTo(404);
        assertThat(asOther.delete(REPORTS + "1").statusCode()).isEqualTo(404);
        assertThat(asOther.post(REPORTS + "1/dry_run", "{}").statusCode()).isEqualTo(404);
        assertThat(asGamma.post(REPORTS, ALERT).statusCode()).isEqualTo(403);
        assertThat(asGamma.get(REPORTS + "channels/").statusCode()).isEqualTo(403);
    }

    @Test
    void runsAreTold() {
        asAlpha.post(REPORTS, ALERT);
        Instant noon = Instant.parse("2026-05-01T12:00:00Z");
        server.reports.logs.save(new ReportLog(
                0,
                UUID.randomUUID(),
                0,
                1,
                noon,
                noon,
                Optional.of(noon.plusSeconds(2)),
                ReportState.ON_GRACE,
                OptionalDouble.of(3),
                "[{\"n\":3}]",
                ""));
        JsonNode run = asAlpha.json(asAlpha.get(REPORTS + "1/log/")).at("/result/0");
        assertThat(run.path("state").asText()).isEqualTo("On Grace");
        assertThat(run.path("value").asInt()).isEqualTo(3);
        assertThat(run.path("end_dttm").asText()).isEqualTo("2026-05-01T12:00:02Z");
        assertThat(asAlpha.get(REPORTS + "1/log/1").statusCode()).isEqualTo(200);
        assertThat(asAlpha.get(REPORTS + "1/log/9").statusCode()).isEqualTo(404);
        assertThat(asAlpha.json(asAlpha.post(REPORTS + "1/dry_run", "{}"))
                        .at("/result/value")
                        .asInt())
                .isEqualTo(42);
    }

    @Test
    void whatIsFilledInIsTriedBeforeItIsKept() {
        String question =
                "{\"database\":1,\"sql\":\"SELECT 42\",\"validator_type\":\"operator\",\"validator_config_json\":{\"op\":\">\",\"threshold\":%d}}";
        JsonNode above = asAlpha.json(asAlpha.post(REPORTS + "look", question.formatted(41)));
        assertThat(above.at("/result/state").asText()).isEqualTo("Success");
        assertThat(above.at("/result/value").asInt()).isEqualTo(42);
        assertThat(asAlpha.post(REPORTS + "look", question.formatted(43)).body())
                .contains("Not triggered");
        assertThat(asGamma.post(REPORTS + "look", question.formatted(41)).statusCode())
                .isEqualTo(403);

        String told = asAlpha.json(asAlpha.post(REPORTS + "test", ALERT))
                .at("/result/recipient")
                .asText();
        assertThat(told).startsWith("alpha got").endsWith("for 0 others");
        assertThat(asGamma.post(REPORTS + "test", ALERT).statusCode()).isEqualTo(403);
        assertThat(asAlpha.json(asAlpha.get(REPORTS)).path("count").asInt()).isZero();
    }

    @Test
    void theFormIsToldWhatThereIs() {
        JsonNode channel = asAlpha.json(asAlpha.get(REPORTS + "channels/")).at("/result/0");
        assertThat(channel.path("ready").asBoolean()).isFalse();
        assertThat(channel.at("/settings/0/name").asText()).isEqualTo("target");
        assertThat(asAlpha.get(REPORTS + "slack_channels/?q=(search_string:sales)")
                        .body())
                .contains("SlackV2 sales");
        assertThat(asAlpha.get(REPORTS + "related/owners").body()).contains("alpha");
        assertThat(asAlpha.get(REPORTS + "related/nothing").statusCode()).isEqualTo(404);
        assertThat(asAlpha.get(REPORTS + "_info").body()).contains("can_write", "report_all_text");
        assertThat(asAlpha.with("Accept-Language", "de-AT,en;q=0.5")
                        .get(REPORTS + "crontab/?crontab=0%208%20*%20*%20*")
                        .body())
                .contains("de: every day", "2026-05-01T08:00:00Z");
        assertThat(asAlpha.get(REPORTS + "crontab/?crontab=often").body()).contains("\"field\":\"crontab\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "name | {\"type\":\"Report\",\"crontab\":\"0 8 * * *\"}",
                "crontab | {\"type\":\"Report\",\"name\":\"x\"}",
                "type | {\"type\":\"Letter\",\"name\":\"x\",\"crontab\":\"0 8 * * *\"}",
                "timezone | {\"type\":\"Report\",\"name\":\"x\",\"crontab\":\"0 8 * * *\",\"timezone\":\"Mars\"}",
                "database | {\"type\":\"Alert\",\"name\":\"x\",\"crontab\":\"0 8 * * *\"}",
                "validator_type | {\"type\":\"Alert\",\"name\":\"x\",\"crontab\":\"0 8 * * *\",\"database\":1}",
                "validator_config_json | {\"type\":\"Alert\",\"name\":\"x\",\"crontab\":\"0 8 * * *\",\"database\":1,"
                        + "\"validator_type\":\"operator\",\"validator_config_json\":{\"op\":\"~\"}}",
                "report_format | {\"type\":\"Report\",\"name\":\"x\",\"crontab\":\"0 8 * * *\",\"report_format\":\"DOC\"}",
                "custom_width | {\"type\":\"Report\",\"name\":\"x\",\"crontab\":\"0 8 * * *\",\"custom_width\":3000}",
                "grace_period | {\"type\":\"Report\",\"name\":\"x\",\"crontab\":\"0 8 * * *\",\"grace_period\":0}",
                "owners | {\"type\":\"Report\",\"name\":\"x\",\"crontab\":\"0 8 * * *\",\"owners\":[99]}",
                "recipients.0.type | {\"type\":\"Report\",\"name\":\"x\",\"crontab\":\"0 8 * * *\",\"recipients\":[{}]}"
            })
    void whatIsMissingOrWrongIsNamed(String field, String body) {
        var refused = asAlpha.post(REPORTS, body);
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("\"field\":\"" + field + "\"");
    }
}
