package dev.karavel.notify.email;

import dev.karavel.spi.notify.Notification;
import dev.karavel.spi.notify.Notification.Attachment;
import jakarta.activation.DataHandler;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimeUtility;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.Locale;

/**
 * The message as mail programs understand it: files beside (mixed) what can be read in two ways (alternative), of which the one with
 * markup has its pictures with it (related).
 */
final class MailMessage {
    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    private final Session session;
    private final Notification notification;
    private final InternetAddress from;

    MailMessage(Session session, Notification notification, InternetAddress from) {
        this.session = session;
        this.notification = notification;
        this.from = from;
    }

    MimeMessage build() throws MessagingException {
        String id = "<" + notification.id() + "@" + domain() + ">";
        MimeMessage message = new MimeMessage(session) {
            @Override
            protected void updateMessageID() throws MessagingException {
                setHeader("Message-ID", id);
            }
        };
        message.setFrom(from);
        message.setSubject(notification.subject(), UTF_8);
        message.setSentDate(new Date());
        // so that nobody's absence note answers it
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setHeader(
                "X-Karavel-Report",
                header(notification.facts().type() + " " + notification.facts().name()));
        Multipart mixed = new MimeMultipart("mixed");
        mixed.addBodyPart(alternative());
        for (Attachment file : notification.files()) {
            mixed.addBodyPart(file(file, Part.ATTACHMENT));
        }
        message.setContent(mixed);
        return message;
    }

    private BodyPart alternative() throws MessagingException {
        Multipart alternative = new MimeMultipart("alternative");
        alternative.addBodyPart(text(notification.text(), "plain"));
        if (notification.pictures().isEmpty()) {
            alternative.addBodyPart(text(notification.html(), "html"));
        } else {
            Multipart related = new MimeMultipart("related");
            related.addBodyPart(text(notification.html(), "html"));
            for (Attachment picture : notification.pictures()) {
                MimeBodyPart part = file(picture, Part.INLINE);
                part.setContentID("<" + picture.id() + ">");
                related.addBodyPart(part);
            }
            alternative.addBodyPart(around(related));
        }
        return around(alternative);
    }

    private static MimeBodyPart around(Multipart parts) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setContent(parts);
        return part;
    }

    private static MimeBodyPart text(String text, String subtype) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setDataHandler(new DataHandler(
                new ByteArrayDataSource(text.getBytes(StandardCharsets.UTF_8), "text/" + subtype + "; charset=utf-8")));
        part.setHeader("Content-Transfer-Encoding", "base64");
        return part;
    }

    private static MimeBodyPart file(Attachment file, String disposition) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setDataHandler(new DataHandler(new ByteArrayDataSource(file.bytes(), file.mediaType())));
        part.setFileName(header(file.name()));
        part.setDisposition(disposition);
        part.setHeader("Content-Transfer-Encoding", "base64");
        return part;
    }

    private String domain() {
        String address = from.getAddress();
        return address.substring(address.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
    }

    private static String header(String text) throws MessagingException {
        try {
            return MimeUtility.encodeText(text.replaceAll("[\\r\\n]+", " "), UTF_8, "B");
        } catch (UnsupportedEncodingException e) {
            throw new MessagingException("Every Java has UTF-8", e);
        }
    }
}
