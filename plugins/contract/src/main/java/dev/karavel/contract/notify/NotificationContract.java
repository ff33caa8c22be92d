package dev.karavel.contract.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.karavel.spi.data.Setting;
import dev.karavel.spi.notify.Notification;
import dev.karavel.spi.notify.Notification.Attachment;
import dev.karavel.spi.notify.Notification.Facts;
import dev.karavel.spi.notify.Notification.Outcome;
import dev.karavel.spi.notify.NotificationException;
import dev.karavel.spi.notify.NotificationException.Reason;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What every channel keeps. */
public interface NotificationContract {
    Duration TIME = Duration.ofSeconds(20);

    /** A new one for each test. */
    Stage stage() throws Exception;

    @Test
    default void introducesItself() throws Exception {
        try (Stage stage = stage()) {
            assertThat(stage.channel().id()).matches("[A-Za-z][A-Za-z0-9]{1,31}");
            assertThat(stage.channel().title()).isNotBlank();
            assertThat(stage.channel().hindrance()).isEmpty();
            assertThat(stage.channel().settings()).isNotEmpty();
            Set<String> names =
                    stage.channel().settings().stream().map(Setting::name).collect(Collectors.toSet());
            assertThat(names)
                    .hasSameSizeAs(stage.channel().settings())
                    .containsAll(stage.recipient().keySet());
            stage.channel().check(stage.recipient());
        }
    }

    @Test
    default void refusesARecipientWithoutWhatIsRequired() throws Exception {
        try (Stage stage = stage()) {
            List<Setting> required = stage.channel().settings().stream()
                    .filter(Setting::required)
                    .toList();
            assertThat(required).isNotEmpty();
            for (Setting setting : required) {
                Map<String, String> less = new HashMap<>(stage.recipient());
                less.remove(setting.name());
                assertThatThrownBy(() -> stage.channel().check(less))
                        .isInstanceOfSatisfying(NotificationException.class, e -> {
                            assertThat(e.reason()).isEqualTo(Reason.REFUSED);
                            assertThat(e.setting()).isEqualTo(setting.name());
                        });
            }
        }
    }

    @Test
    default void bringsWordsAsTheyAre() throws Exception {
        try (Stage stage = stage()) {
            stage.channel().send(words("a1"), stage.recipient(), TIME);
            assertThat(stage.received()).hasSize(1);
            assertThat(stage.received().get(0).text())
                    .contains("Größe & <Gewicht> 重量")
                    .contains("Value: 42")
                    .doesNotContain("&lt;Gewicht");
        }
    }

    @Test
    default void bringsPicturesAndFiles() throws Exception {
        try (Stage stage = stage()) {
            stage.channel().send(everything("a2"), stage.recipient(), TIME);
            List<String> files = stage.received().stream()
                    .flatMap(received -> received.files().stream())
                    .toList();
            assertThat(files).hasSize(2);
            assertThat(files).anyMatch(name -> name.endsWith(".png")).anyMatch(name -> name.endsWith(".csv"));
        }
    }

    @Test
    default void marksTheSameMessageTheSame() throws Exception {
        try (Stage stage = stage()) {
            stage.channel().send(words("a3"), stage.recipient(), TIME);
            stage.channel().send(words("a3"), stage.recipient(), TIME);
            stage.channel().send(words("b3"), stage.recipient(), TIME);
            Set<String> marks = stage.received().stream().map(Received::mark).collect(Collectors.toSet());
            // either it is not sent again, or who gets it sees that it is the same
            assertThat(stage.received().size()).isBetween(2, 3);
            assertThat(marks.contains("") ? stage.received().size() : marks.size())
                    .isEqualTo(2);
        }
    }

    @Test
    default void aSubjectIsOneLine() throws Exception {
        try (Stage stage = stage()) {
            Notification tricky = new Notification(
                    "a4",
                    facts(),
                    "One\r\nBcc: eve@example.com\n\nTwo",
                    "Text",
                    "<p>Text</p>",
                    List.of(),
                    List.of(),
                    Optional.empty());
            stage.channel().send(tricky, stage.recipient(), TIME);
            assertThat(stage.received()).hasSize(1);
        }
    }

    @Test
    default void saysThatTryingAgainCanHelpWhereNobodyAnswers() throws Exception {
        Stage stage = stage();
        stage.close();
        assertThatThrownBy(() -> stage.channel().send(words("a5"), stage.recipient(), Duration.ofSeconds(5)))
                .isInstanceOfSatisfying(NotificationException.class, e -> {
                    assertThat(e.reason().isPassing()).isTrue();
                    stage.secrets().forEach(secret -> assertThat(e.getMessage()).doesNotContain(secret));
                });
    }

    private static Notification words(String id) {
        return new Notification(
                id,
                facts(),
                "[Report] Größe & <Gewicht> 重量",
                "Größe & <Gewicht> 重量\n\nValue: 42\n",
                "<p>Größe &amp; &lt;Gewicht&gt; 重量</p><p>Value: <strong>42</strong></p>",
                List.of(),
                List.of(),
                Optional.of("https://karavel.example/explore/?slice_id=7"));
    }

    private static Notification everything(String id) {
        Notification words = words(id);
        byte[] picture = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 1, 2, 3};
        return new Notification(
                id,
                words.facts(),
                words.subject(),
                words.text(),
                words.html() + "<img src=\"cid:picture-0@karavel\" alt=\"Weight\">",
                List.of(new Attachment("picture-0@karavel", "weight.png", "image/png", picture)),
                List.of(new Attachment(
                        "rows@karavel",
                        "rows.csv",
                        "text/csv;charset=utf-8",
                        "a,b\n1,2\n".getBytes(StandardCharsets.UTF_8))),
                words.link());
    }

    private static Facts facts() {
        return new Facts("Weights", "Report", "PNG", "chart", 7, Outcome.SENT, "How heavy they are");
    }
}
