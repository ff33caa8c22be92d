package dev.karavel.notify.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.karavel.contract.notify.NotificationContract;
import dev.karavel.contract.notify.Received;
import dev.karavel.contract.notify.Stage;
import dev.karavel.spi.notify.Choice;
import dev.karavel.spi.notify.Notification;
import dev.karavel.spi.notify.Notification.Facts;
import dev.karavel.spi.notify.Notification.Outcome;
import dev.karavel.spi.notify.NotificationChannel;
import dev.karavel.spi.notify.NotificationException;
import dev.karavel.spi.notify.NotificationException.Reason;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against a server that answers as Slack does. */
class SlackChannelTest implements NotificationContract {
    private static final String TOKEN = "xoxb-a-secret";

    @Override
    public Stage stage() throws IOException {
        return new Team();
    }

    @Test
    void channelsAreFoundOverSeveralPages() throws Exception {
        try (Team team = new Team()) {
            assertThat(team.channel().choices("target", "SAL"))
                    .containsExactly(new Choice("C1", "sales"), new Choice("C4", "after-sales"));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "invalid_auth,NOT_CONFIGURED",
        "missing_scope,NOT_CONFIGURED",
        "channel_not_found,REFUSED",
        "not_in_channel,REFUSED",
        "ratelimited,BUSY",
        "internal_error,UNREACHABLE",
        "something_new,REFUSED"
    })
    void whatSlackSaysIsUnderstood(String error, Reason reason) throws Exception {
        try (Team team = new Team()) {
            team.slack.refuse(error);
            assertThatThrownBy(() -> team.channel().send(notification(), team.recipient(), TIME))
                    .isInstanceOfSatisfying(NotificationException.class, e -> {
                        assertThat(e.reason()).isEqualTo(reason);
                        assertThat(e.getMessage()).doesNotContain(TOKEN);
                    });
        }
    }

    @Test
    void whoIsAskedTooOftenSaysSo() throws Exception {
        try (Team team = new Team()) {
            team.slack.answer(429);
            assertThatThrownBy(() -> team.channel().send(notification(), team.recipient(), TIME))
                    .isInstanceOfSatisfying(NotificationException.class, e -> assertThat(e.reason())
                            .isEqualTo(Reason.BUSY));
        }
    }

    @Test
    void severalChannelsEachGetItOnce() throws Exception {
        try (Team team = new Team()) {
            NotificationChannel channel = team.channel();
            Map<String, String> two = Map.of("target", "C1, C2");
            channel.send(notification(), two, TIME);
            channel.send(notification(), two, TIME);
            assertThat(team.slack.posted()).hasSize(2);
        }
    }

    @Test
    void withoutATokenItSaysSo() {
        assertThat(new SlackChannel(URI.create("http://127.0.0.1:9/"), "").hindrance())
                .contains("KARAVEL_SLACK_TOKEN");
    }

    private static Notification notification() {
        return new Notification(
                "run.report.ab12",
                new Facts("Weights", "Report", "PNG", "chart", 7, Outcome.SENT, ""),
                "Weights",
                "Text",
                "<p>Text</p>",
                List.of(),
                List.of(),
                Optional.empty());
    }

    private static final class Team implements Stage {
        private final StandInSlack slack;
        private final SlackChannel channel;

        Team() throws IOException {
            slack = new StandInSlack(TOKEN);
            channel = new SlackChannel(slack.address(), TOKEN);
        }

        @Override
        public NotificationChannel channel() {
            return channel;
        }

        @Override
        public Map<String, String> recipient() {
            return Map.of("target", "C1");
        }

        @Override
        public List<String> secrets() {
            return List.of(TOKEN);
        }

        @Override
        public List<Received> received() {
            return slack.posted();
        }

        @Override
        public void close() {
            slack.stop();
        }
    }
}
