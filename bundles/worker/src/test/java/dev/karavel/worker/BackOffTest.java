package dev.karavel.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.karavel.api.error.ErrorCode;
import dev.karavel.api.error.KaravelException;
import dev.karavel.api.task.TaskOrder.Priority;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BackOffTest {
    @Test
    void aWarehouseIsGivenMoreTimeFromAttemptToAttempt() {
        assertThat(wait(ErrorCode.WAREHOUSE_UNREACHABLE, 1)).contains(Duration.ofSeconds(5));
        assertThat(wait(ErrorCode.WAREHOUSE_UNREACHABLE, 2)).contains(Duration.ofSeconds(15));
        assertThat(wait(ErrorCode.WAREHOUSE_UNREACHABLE, 20)).contains(Duration.ofMinutes(5));
    }

    @Test
    void whatTheCallerDidWrongDoesNotHeal() {
        assertThat(wait(ErrorCode.FORBIDDEN, 1)).isEmpty();
        assertThat(wait(ErrorCode.INVALID_REQUEST, 1)).isEmpty();
    }

    @Test
    void aFaultNobodyKnowsDoesNotHeal() {
        assertThat(BackOff.after(new IllegalStateException("bug"), 1, Priority.BACKGROUND))
                .isEmpty();
    }

    @Test
    void whoSaysWhenToComeBackIsBelieved() {
        KaravelException busy = KaravelException.busy(ErrorCode.TOO_MANY_REQUESTS, "Busy", Duration.ofMinutes(2));
        assertThat(BackOff.after(busy, 1, Priority.INTERACTIVE)).contains(Duration.ofMinutes(2));
    }

    private static Optional<Duration> wait(ErrorCode code, int attempt) {
        return BackOff.after(new KaravelException(code, "No"), attempt, Priority.SCHEDULED);
    }
}
