package dev.karavel.web.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.karavel.web.server.TurnedClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class AddressLimitTest {
    private final TurnedClock clock = new TurnedClock();
    private final AddressLimit limit = new AddressLimit(5, Duration.ofSeconds(1), clock);

    @Test
    void fiveFailuresASecondAreEnough() {
        for (int i = 0; i < 5; i++) {
            assertThat(limit.open("10.0.0.1")).isTrue();
            limit.failed("10.0.0.1");
        }
        assertThat(limit.open("10.0.0.1")).isFalse();
        assertThat(limit.open("10.0.0.2")).isTrue();
        clock.advance(Duration.ofSeconds(1));
        assertThat(limit.open("10.0.0.1")).isTrue();
    }
}
