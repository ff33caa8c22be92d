package dev.karavel.web.gate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.karavel.api.error.ErrorCode;
import dev.karavel.api.error.KaravelException;
import dev.karavel.spi.data.WarehouseException;
import dev.karavel.web.json.Json;
import jakarta.ws.rs.NotFoundException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FailureTest {
    @ParameterizedTest
    @EnumSource(ErrorCode.class)
    void everyCodeHasAStatusThatFitsItsBlame(ErrorCode code) {
        int status = Failure.of(new KaravelException(code, "words")).status();
        switch (code.blame()) {
            case CALLER -> assertThat(status).isBetween(400, 503);
            case CAPACITY -> assertThat(status).isEqualTo(429);
            case WAREHOUSE -> assertThat(status).isIn(422, 503);
            case PRODUCT -> assertThat(status).isIn(422, 500);
        }
    }

    @Test
    void theBodyNamesCodeBlameAndField() {
        Map<String, Object> body =
                Failure.of(KaravelException.invalid("slug", "Taken")).body();
        assertThat(Json.text(body))
                .isEqualTo(
                        "{\"message\":\"Taken\",\"errors\":[{\"message\":\"Taken\",\"error_type\":\"INVALID_REQUEST\","
                                + "\"level\":\"error\",\"extra\":{\"code\":\"INVALID_REQUEST\",\"blame\":\"caller\",\"field\":\"slug\","
                                + "\"issue_codes\":[]}}]}");
    }

    @Test
    void whoCameAtABadTimeIsToldWhenToComeAgain() {
        assertThat(busy(Duration.ofMillis(2_100)).retryAfterSeconds()).contains("3");
        assertThat(busy(Duration.ZERO).retryAfterSeconds()).contains("1");
        assertThat(busy(Duration.ofDays(1)).retryAfterSeconds()).contains("300");
        assertThat(Failure.of(KaravelException.notFound("Chart", 1)).retryAfterSeconds())
                .isEmpty();
    }

    @Test
    void badJsonIsToldByLine() {
        Failure failure = failureOf("{\n  \"a\": 1,\n  b\n}");
        assertThat(failure.status()).isEqualTo(400);
        assertThat(failure.message())
                .contains("line 3")
                .doesNotContain("JsonParse")
                .doesNotContain("Unexpected");
    }

    @Test
    void anUnexpectedFailureTellsNothingButAReference() {
        Failure failure = Failure.of(new IllegalStateException("select secret from jdbc:postgresql://host"));
        assertThat(failure.status()).isEqualTo(500);
        assertThat(failure.message()).doesNotContain("secret").doesNotContain("host");
    }

    @Test
    void aWarehousesOwnWordsStayInTheLog() {
        Failure failure = Failure.of(
                new WarehouseException(WarehouseException.Reason.UNREACHABLE, "connect to 10.0.0.7:5432 failed"));
        assertThat(failure.status()).isEqualTo(503);
        assertThat(failure.message()).doesNotContain("10.0.0.7");
    }

    @Test
    void containersOwnFailuresLookTheSame() {
        assertThat(Failure.of(new NotFoundException("class x.y.Z")))
                .isEqualTo(new Failure(404, ErrorCode.NOT_FOUND, "There is nothing at this address", ""));
    }

    private static Failure failureOf(String json) {
        try {
            Json.read(json);
            throw new AssertionError("This was valid JSON");
        } catch (JsonProcessingException e) {
            return Failure.of(e);
        }
    }

    private static Failure busy(Duration retryAfter) {
        return Failure.of(KaravelException.busy(ErrorCode.QUEUE_FULL, "Later", retryAfter));
    }
}
