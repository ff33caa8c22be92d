package dev.karavel.web.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnnotationRoutesTest {
    private static final String LAYERS = "/api/v1/annotation_layer/";
    private static final String ANNOTATIONS = "/api/v1/annotation_layer/1/annotation/";

    private TestServer server;
    private Browser asAlpha;
    private Browser asGamma;

    @BeforeEach
    void start() {
        server = new TestServer();
        server.addUser("alpha", "Alpha");
        server.addUser("gamma", "Gamma");
        asAlpha = Browser.signedIn(server, "alpha");
        asGamma = Browser.signedIn(server, "gamma");
        asAlpha.post(LAYERS, "{\"name\":\"Releases\",\"descr\":\"what went out\"}");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aLayerIsMadeReadChangedAndDeleted() {
        JsonNode made = asAlpha.json(asAlpha.get(LAYERS + "1"));
        assertThat(made.at("/result/name").asText()).isEqualTo("Releases");
        assertThat(made.at("/result/descr").asText()).isEqualTo("what went out");

        assertThat(asAlpha.put(LAYERS + "1", "{\"name\":\"Launches\"}").statusCode())
                .isEqualTo(200);
        JsonNode list = asGamma.json(asGamma.get(LAYERS));
        assertThat(list.at("/count").asInt()).isEqualTo(1);
        assertThat(list.at("/result/0/name").asText()).isEqualTo("Launches");
        assertThat(list.at("/result/0/created_by/first_name").asText()).isEqualTo("alpha");

        assertThat(asAlpha.delete(LAYERS + "?q=!(1)").body()).contains("Deleted 1 annotation layer\"");
        assertThat(asAlpha.get(LAYERS + "1").statusCode()).isEqualTo(404);
    }

    @Test
    void annotationsOfALayerAreMadeReadChangedAndDeleted() {
        HttpResponse<String> made = asAlpha.post(
                ANNOTATIONS,
                "{\"short_descr\":\"1.0\",\"long_descr\":\"at last\",\"start_dttm\":\"2024-05-01T08:30:00\","
                        + "\"end_dttm\":\"2024-05-02\",\"json_metadata\":\"{\\\"a\\\":1}\"}");
        assertThat(made.statusCode()).isEqualTo(201);
        JsonNode one = asGamma.json(asGamma.get(ANNOTATIONS + "1")).path("result");
        assertThat(one.path("short_descr").asText()).isEqualTo("1.0");
        assertThat(one.path("start_dttm").asText()).isEqualTo("2024-05-01T08:30:00");
        assertThat(one.path("end_dttm").asText()).isEqualTo("2024-05-02T00:00:00");
        assertThat(one.path("json_metadata").asText()).isEqualTo("{\"a\":1}");
        assertThat(one.at("/layer/name").asText()).isEqualTo("Releases");

        assertThat(asAlpha.put(ANNOTATIONS + "1", "{\"long_descr\":\"at long last\"}")
                        .statusCode())
                .isEqualTo(200);
        JsonNode listed = asGamma.json(asGamma.get(ANNOTATIONS)).at("/result/0");
        assertThat(listed.path("long_descr").asText()).isEqualTo("at long last");
        assertThat(listed.path("short_descr").asText()).isEqualTo("1.0");

        assertThat(asAlpha.delete(ANNOTATIONS + "1").statusCode()).isEqualTo(200);
        assertThat(asAlpha.get(ANNOTATIONS + "1").statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({
        "2024-05-01T08:30:00.125, 2024-05-01T08:30:00.125",
        "2024-05-01 08:30, 2024-05-01T08:30:00",
        "2024-05-01T08:30:00Z, 2024-05-01T08:30:00",
        "2024-05-01T08:30:00.250000+02:00, 2024-05-01T06:30:00.25",
        "2024-05-01, 2024-05-01T00:00:00"
    })
    void timesAreReadAsPeopleAndProgramsWriteThem(String sent, String told) {
        HttpResponse<String> made = post("{\"short_descr\":\"x\",\"start_dttm\":\"" + sent + "\"}");
        JsonNode result = asAlpha.json(made).path("result");
        assertThat(result.path("start_dttm").asText()).isEqualTo(told);
        assertThat(result.path("end_dttm").asText()).isEqualTo(told);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "short_descr | {\"start_dttm\":\"2024-05-01\"}",
                "start_dttm | {\"short_descr\":\"x\"}",
                "start_dttm | {\"short_descr\":\"x\",\"start_dttm\":\"tomorrow\"}",
                "end_dttm | {\"short_descr\":\"x\",\"start_dttm\":\"2024-05-01\",\"end_dttm\":\"2024-13-01\"}",
                "json_metadata | {\"short_descr\":\"x\",\"start_dttm\":\"2024-05-01\",\"json_metadata\":\"[1\"}"
            })
    void whatIsMissingOrWrongIsNamed(String field, String body) {
        HttpResponse<String> refused = post(body);
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains(field);
    }

    @Test
    void whoMayOnlyReadThemChangesNothing() {
        assertThat(asGamma.post(LAYERS, "{\"name\":\"Mine\"}").statusCode()).isEqualTo(403);
        assertThat(asGamma.post(ANNOTATIONS, "{}").statusCode()).isEqualTo(403);
        assertThat(asGamma.delete(LAYERS + "1").statusCode()).isEqualTo(403);
    }

    @Test
    void anAnnotationIsFoundInItsOwnLayerAlone() {
        asAlpha.post(LAYERS, "{\"name\":\"Outages\"}");
        post("{\"short_descr\":\"1.0\",\"start_dttm\":\"2024-05-01\"}");

        assertThat(asAlpha.get(LAYERS + "2/annotation/1").statusCode()).isEqualTo(404);
        assertThat(asAlpha.get(LAYERS + "9/annotation/").statusCode()).isEqualTo(404);
        assertThat(asAlpha.get(LAYERS + "related/created_by").body()).contains("alpha");
        assertThat(asAlpha.get(LAYERS + "_info").body()).contains("can_write", "annotation_layer_all_text");
    }

    private HttpResponse<String> post(String body) {
        return asAlpha.post(ANNOTATIONS, body);
    }
}
