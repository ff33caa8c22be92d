package dev.karavel.web.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.karavel.api.error.KaravelException;
import dev.karavel.api.query.ResultFormat;
import dev.karavel.api.query.ResultType;
import dev.karavel.web.json.Json;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DataRequestTest {
    @Test
    void readsSupersetsQueryContext() throws JsonProcessingException {
        DataRequest request =
                read("{\"datasource\":{\"id\":3,\"type\":\"table\"},\"force\":true,\"result_type\":\"samples\","
                        + "\"result_format\":\"csv\",\"queries\":[{\"columns\":[\"a\"]}],\"custom_cache_timeout\":-1}");
        assertThat(request.format()).isEqualTo(ResultFormat.CSV);
        assertThat(request.chart().datasetId()).contains(3L);
        assertThat(request.chart().chartId()).isEmpty();
        assertThat(request.chart().force()).isTrue();
        assertThat(request.chart().resultType()).isEqualTo(ResultType.SAMPLES);
        assertThat(request.chart().queries()).isEqualTo(List.of(Map.of("columns", List.of("a"))));
        assertThat(request.chart().cacheTimeout()).contains(-1);
    }

    @Test
    void readsFormDataAlone() throws JsonProcessingException {
        DataRequest request =
                read("{\"form_data\":{\"slice_id\":5,\"datasource\":\"3__table\",\"viz_type\":\"table\",\"x\":null}}");
        assertThat(request.chart().chartId()).contains(5L);
        assertThat(request.chart().datasetId()).contains(3L);
        assertThat(request.chart().formData()).containsEntry("x", null).containsEntry("viz_type", "table");
        assertThat(request.chart().resultType()).isEqualTo(ResultType.FULL);
    }

    @Test
    void theHeaderTellsTheFormatWhereTheBodyDoesNot() {
        String columns = "application/vnd.karavel.columns+json, application/json;q=0.5";
        assertThat(DataRequest.format("", columns)).isEqualTo(ResultFormat.COLUMNS);
        assertThat(DataRequest.format("", "application/vnd.apache.arrow.stream"))
                .isEqualTo(ResultFormat.ARROW);
        assertThat(DataRequest.format("", "*/*")).isEqualTo(ResultFormat.JSON);
        assertThat(DataRequest.format("", null)).isEqualTo(ResultFormat.JSON);
        assertThat(DataRequest.format("XLSX", columns)).isEqualTo(ResultFormat.XLSX);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"form_data\":{\"slice_id\":0}}",
                "{\"form_data\":[]}",
                "{\"datasource\":{\"id\":\"x\",\"type\":\"table\"}}",
                "{\"datasource\":{\"id\":1,\"type\":\"query\"}}",
                "{\"datasource\":{\"id\":1},\"queries\":{}}",
                "{\"datasource\":{\"id\":1},\"queries\":[1]}",
                "{\"datasource\":{\"id\":1},\"result_type\":\"everything\"}",
                "{\"datasource\":{\"id\":1},\"result_format\":\"docx\"}",
                "{\"datasource\":{\"id\":1},\"custom_cache_timeout\":-2}"
            })
    void nonsenseIsRefused(String body) {
        assertThatThrownBy(() -> read(body)).isInstanceOf(KaravelException.class);
    }

    private static DataRequest read(String body) throws JsonProcessingException {
        return DataRequest.of(Json.read(body), null);
    }
}
