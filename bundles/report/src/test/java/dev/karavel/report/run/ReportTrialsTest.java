package dev.karavel.report.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.karavel.api.error.ErrorCode;
import dev.karavel.api.error.KaravelException;
import dev.karavel.api.report.ReportTrials.Sight;
import dev.karavel.api.security.Principal;
import dev.karavel.spi.notify.NotificationException;
import dev.karavel.spi.notify.NotificationException.Reason;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReportTrialsTest {
    private final ReportHouse house = new ReportHouse();
    private final Principal ann = new Principal(3, "ann", "Ann", Set.of("Alpha"), false);

    @Test
    void anAlertIsLookedAtWithoutAnybodyHearingOfIt() {
        Sight above = house.trials.look(house.alert(false).alarm().orElseThrow(), ann);
        assertThat(above.fires()).isTrue();
        assertThat(above.value()).hasValue(42);

        house.value = 41;
        assertThat(house.trials
                        .look(house.alert(false).alarm().orElseThrow(), ann)
                        .fires())
                .isFalse();
        assertThat(house.channel.sent).isEmpty();
    }

    @Test
    void aTestGoesToOneselfAloneAlsoWhereTheAlertIsSilent() {
        house.value = 1;
        assertThat(house.trials.sendTo(house.alert(false), ann, house.time.instant()))
                .isEqualTo("ann@example.com");
        assertThat(house.channel.sent).singleElement().asString().startsWith("ann@example.com test.");
        assertThat(house.logs.things).isEmpty();
    }

    @Test
    void aTestThatDoesNotArriveSaysSo() {
        house.channel.failure = new NotificationException(Reason.NOT_CONFIGURED, "No mail server is set", null);
        assertThatThrownBy(() -> house.trials.sendTo(house.report(), ann, house.time.instant()))
                .isInstanceOfSatisfying(
                        KaravelException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.CHANNEL_REFUSED))
                .hasMessage("No mail server is set");
    }
}
