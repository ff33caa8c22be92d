package dev.karavel.security.password;

import static org.assertj.core.api.Assertions.assertThat;

import dev.karavel.security.shelf.TurnedClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class FailureLimitTest {
    private final TurnedClock clock = new TurnedClock();
    private final FailureLimit limit = new FailureLimit(3, Duration.ofSeconds(30), clock);

    @Test
    void theFourthFailureInARowIsTooMany() {
        assertThat(limit.take("mary")).isTrue();
        assertThat(limit.take("mary")).isTrue();
        assertThat(limit.take("mary")).isTrue();
        assertThat(limit.take("mary")).isFalse();
        assertThat(limit.take("paul")).isTrue();
    }

    @Test
    void successesCostNothing() {
        for (int i = 0; i < 20; i++) {
            assertThat(limit.take("mary")).isTrue();
            limit.giveBack("mary");
        }
    }

    @Test
    void timeFillsTheBucketAgainButNotBeyondItsBrim() {
        exhaust();
        clock.advance(Duration.ofSeconds(10));
        assertThat(limit.take("mary")).isTrue();
        assertThat(limit.take("mary")).isFalse();
        clock.advance(Duration.ofHours(1));
        exhaust();
        assertThat(limit.take("mary")).isFalse();
    }

    private void exhaust() {
        for (int i = 0; i < 3; i++) {
            assertThat(limit.take("mary")).isTrue();
        }
    }
}
