package dev.karavel.notify.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.karavel.contract.notify.NotificationContract;
import dev.karavel.contract.notify.Received;
import dev.karavel.contract.notify.Stage;
import dev.karavel.spi.notify.Notification;
import dev.karavel.spi.notify.Notification.Attachment;
import dev.karavel.spi.notify.Notification.Facts;
import dev.karavel.spi.notify.Notification.Outcome;
import dev.karavel.spi.notify.NotificationChannel;
import dev.karavel.spi.notify.NotificationException;
import dev.karavel.spi.notify.NotificationException.Reason;
import jakarta.mail.BodyPart;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Against a real mail server in this process. */
class EmailChannelTest implements NotificationContract {
    private static final String PASSWORD = "a-secret-word";
    private static final MailKeys KEYS = MailKeys.make();

    @Override
    public Stage stage() {
        return new Post(ServerSetup.PROTOCOL_SMTP, "none", PASSWORD);
    }

    @Test
    void aPictureLiesBesideItsPlaceInTheText() throws Exception {
        try (Post post = new Post(ServerSetup.PROTOCOL_SMTP, "none", PASSWORD)) {
            post.channel().send(withPicture(), post.recipient(), TIME);
            Multipart mixed = (Multipart) post.mail.getReceivedMessages()[0].getContent();
            Multipart alternative = (Multipart) mixed.getBodyPart(0).getContent();
            Multipart related = (Multipart) alternative.getBodyPart(1).getContent();

            assertThat(alternative.getContentType()).startsWith("multipart/alternative");
            assertThat(alternative.getBodyPart(0).getContentType()).startsWith("text/plain");
            assertThat(related.getContentType()).startsWith("multipart/related");
            assertThat((String) related.getBodyPart(0).getContent()).contains("cid:picture-0@karavel");
            assertThat(related.getBodyPart(1).getHeader("Content-ID")).containsExactly("<picture-0@karavel>");
            assertThat(related.getBodyPart(1).getDisposition()).isEqualTo("inline");
        }
    }

    @Test
    void everybodyGetsItAndNobodySeesTheHidden() throws Exception {
        try (Post post = new Post(ServerSetup.PROTOCOL_SMTP, "none", PASSWORD)) {
            Map<String, String> many = Map.of(
                    "target", "Ann <ann@example.com>; bob@example.com",
                    "ccTarget", "cc@example.com",
                    "bccTarget", "hidden@example.com");
            post.channel().send(withPicture(), many, TIME);
            MimeMessage[] messages = post.mail.getReceivedMessages();

            assertThat(messages).hasSize(4);
            for (MimeMessage message : messages) {
                assertThat(message.getRecipients(RecipientType.TO)).hasSize(2);
                assertThat(message.getRecipients(RecipientType.CC)).hasSize(1);
                assertThat(message.getHeader("Bcc")).isNull();
                assertThat(message.getMessageID()).isEqualTo("<run.report.ab12@karavel.example>");
            }
        }
    }

    @Test
    void aWrongPasswordIsForTheAdministrator() {
        try (Post post = new Post(ServerSetup.PROTOCOL_SMTP, "none", "another")) {
            assertThatThrownBy(() -> post.channel().send(withPicture(), post.recipient(), TIME))
                    .isInstanceOfSatisfying(NotificationException.class, e -> assertThat(e.reason())
                            .isEqualTo(Reason.NOT_CONFIGURED));
        }
    }

    @Test
    void withoutTheTlsThatWasAskedForNothingIsSent() {
        try (Post post = new Post(ServerSetup.PROTOCOL_SMTP, "starttls", PASSWORD)) {
            assertThatThrownBy(() -> post.channel().send(withPicture(), post.recipient(), TIME))
                    .isInstanceOfSatisfying(NotificationException.class, e -> assertThat(e.reason())
                            .isEqualTo(Reason.NOT_CONFIGURED));
            assertThat(post.mail.getReceivedMessages()).isEmpty();
        }
    }

    @Test
    void aCertificateNobodyTrustsIsRefused() {
        try (Post post = new Post(ServerSetup.PROTOCOL_SMTPS, "tls", PASSWORD)) {
            assertThatThrownBy(() -> post.channel().send(withPicture(), post.recipient(), TIME))
                    .isInstanceOfSatisfying(NotificationException.class, e -> assertThat(e.reason())
                            .isEqualTo(Reason.NOT_CONFIGURED));
            assertThat(post.mail.getReceivedMessages()).isEmpty();
        }
    }

    @Test
    void aServerThatIsTheOneItNamesIsTalkedToInPrivate() throws Exception {
        try (Post post = new Post(ServerSetup.PROTOCOL_SMTPS, "tls", PASSWORD, "localhost", KEYS.certificate())) {
            post.channel().send(withPicture(), post.recipient(), TIME);
            assertThat(post.mail.getReceivedMessages()).hasSize(1);
        }
    }

    @Test
    void aServerThatTurnsToTlsIsTalkedToInPrivate() throws Exception {
        try (Post post = new Post(ServerSetup.PROTOCOL_SMTP, "none", PASSWORD);
                StartTlsDoor door = door(post)) {
            through(door, KEYS.certificate()).send(withPicture(), post.recipient(), TIME);
            assertThat(post.mail.getReceivedMessages()).hasSize(1);
            assertThat(door.privately()).isEqualTo(1);
        }
    }

    @Test
    void aServerThatTurnsToTlsWithAKeyNobodyTrustsGetsNothing() throws Exception {
        try (Post post = new Post(ServerSetup.PROTOCOL_SMTP, "none", PASSWORD);
                StartTlsDoor door = door(post)) {
            assertThatThrownBy(() -> through(door, "").send(withPicture(), post.recipient(), TIME))
                    .isInstanceOfSatisfying(NotificationException.class, e -> assertThat(e.reason())
                            .isEqualTo(Reason.NOT_CONFIGURED));
            assertThat(post.mail.getReceivedMessages()).isEmpty();
        }
    }

    @Test
    void aTrustedCertificateForAnotherNameIsRefused() {
        try (Post post = new Post(ServerSetup.PROTOCOL_SMTPS, "tls", PASSWORD, "127.0.0.1", KEYS.certificate())) {
            assertThatThrownBy(() -> post.channel().send(withPicture(), post.recipient(), TIME))
                    .isInstanceOfSatisfying(NotificationException.class, e -> assertThat(e.reason())
                            .isEqualTo(Reason.NOT_CONFIGURED));
            assertThat(post.mail.getReceivedMessages()).isEmpty();
        }
    }

    @Test
    void addressesThatAreNoneAreRefused() {
        EmailChannel channel = new EmailChannel(new MailServer("localhost", 25, "none", "", "", "a@b.example", ""));
        for (String wrong : List.of("ann", "ann@", "a b@example.com", "ann@example.com>")) {
            assertThatThrownBy(() -> channel.check(Map.of("target", wrong)))
                    .as(wrong)
                    .isInstanceOfSatisfying(NotificationException.class, e -> assertThat(e.setting())
                            .isEqualTo("target"));
        }
    }

    @Test
    void withoutAServerItSaysSo() {
        EmailChannel channel = new EmailChannel(new MailServer("", 0, "starttls", "", "", "a@b.example", ""));
        assertThat(channel.hindrance()).contains("KARAVEL_SMTP_HOST");
    }

    private static StartTlsDoor door(Post post) {
        return new StartTlsDoor(
                KEYS.store(), MailKeys.PASSWORD, post.mail.getSmtp().getPort());
    }

    private static EmailChannel through(StartTlsDoor door, String certificate) {
        return new EmailChannel(new MailServer(
                "localhost",
                door.port(),
                "starttls",
                "karavel",
                PASSWORD,
                "Karavel <reports@karavel.example>",
                certificate));
    }

    private static Notification withPicture() {
        return new Notification(
                "run.report.ab12",
                new Facts("Weights", "Report", "PNG", "chart", 7, Outcome.SENT, ""),
                "Weights",
                "Weights",
                "<p>Weights</p><img src=\"cid:picture-0@karavel\">",
                List.of(new Attachment("picture-0@karavel", "weights.png", "image/png", new byte[] {1, 2, 3})),
                List.of(),
                Optional.empty());
    }

    private static final class Post implements Stage {
        private final GreenMail mail;
        private final EmailChannel channel;

        Post(String protocol, String security, String password) {
            this(protocol, security, password, "127.0.0.1", "");
        }

        Post(String protocol, String security, String password, String host, String certificate) {
            mail = new GreenMail(new ServerSetup(0, "127.0.0.1", protocol));
            mail.setUser("karavel", PASSWORD);
            mail.getUserManager().setAuthRequired(true);
            mail.start();
            int port = (protocol.equals(ServerSetup.PROTOCOL_SMTPS) ? mail.getSmtps() : mail.getSmtp()).getPort();
            channel = new EmailChannel(new MailServer(
                    host, port, security, "karavel", password, "Karavel <reports@karavel.example>", certificate));
        }

        @Override
        public NotificationChannel channel() {
            return channel;
        }

        @Override
        public Map<String, String> recipient() {
            return Map.of("target", "ann@example.com");
        }

        @Override
        public List<String> secrets() {
            return List.of(PASSWORD);
        }

        @Override
        public List<Received> received() {
            List<Received> received = new ArrayList<>();
            for (MimeMessage message : mail.getReceivedMessages()) {
                List<String> texts = new ArrayList<>();
                List<String> files = new ArrayList<>();
                try {
                    texts.add(message.getSubject());
                    collect((Multipart) message.getContent(), texts, files);
                    received.add(new Received(message.getMessageID(), String.join("\n", texts), files));
                } catch (Exception e) {
                    throw new AssertionError("What was received cannot be read", e);
                }
            }
            return received;
        }

        private static void collect(Multipart parts, List<String> texts, List<String> files) throws Exception {
            for (int i = 0; i < parts.getCount(); i++) {
                BodyPart part = parts.getBodyPart(i);
                if (part.getContent() instanceof Multipart inner) {
                    collect(inner, texts, files);
                } else if (part.getFileName() != null) {
                    files.add(part.getFileName());
                } else if (part.isMimeType("text/plain")) {
                    texts.add((String) part.getContent());
                }
            }
        }

        @Override
        public void close() {
            mail.stop();
        }
    }
}
