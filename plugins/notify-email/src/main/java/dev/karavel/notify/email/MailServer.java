package dev.karavel.notify.email;

import dev.karavel.spi.notify.NotificationException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;

/** The server mail is given to, and how. */
record MailServer(
        String host, int port, String security, String user, String password, String from, String certificate) {
    private static final String NONE = "none";
    private static final String STARTTLS = "starttls";
    private static final String TLS = "tls";

    String hindrance() {
        if (host.isEmpty()) {
            return "No mail server is configured: KARAVEL_SMTP_HOST";
        }
        return security.equals(NONE) || security.equals(STARTTLS) || security.equals(TLS)
                ? ""
                : "KARAVEL_SMTP_SECURITY is none, starttls or tls";
    }

    InternetAddress sender() throws NotificationException {
        try {
            return new InternetAddress(from, true);
        } catch (AddressException e) {
            throw new NotificationException(
                    NotificationException.Reason.NOT_CONFIGURED, "KARAVEL_SMTP_FROM is no mail address", e);
        }
    }

    Session session(Duration time) throws NotificationException {
        String most = Long.toString(Math.max(1_000, time.toMillis()));
        Properties properties = new Properties();
        properties.put("mail.smtp.host", host);
        properties.put("mail.smtp.port", Integer.toString(place()));
        properties.put("mail.smtp.auth", Boolean.toString(!user.isEmpty()));
        properties.put("mail.smtp.connectiontimeout", most);
        properties.put("mail.smtp.timeout", most);
        properties.put("mail.smtp.writetimeout", most);
        properties.put("mail.smtp.ssl.enable", Boolean.toString(security.equals(TLS)));
        properties.put("mail.smtp.starttls.enable", Boolean.toString(security.equals(STARTTLS)));
        properties.put("mail.smtp.starttls.required", Boolean.toString(security.equals(STARTTLS)));
        properties.put("mail.smtp.ssl.checkserveridentity", "true");
        properties.put("mail.smtp.ssl.protocols", "TLSv1.2 TLSv1.3");
        properties.put("mail.mime.allowutf8", "false");
        if (!certificate.isEmpty()) {
            properties.put("mail.smtp.ssl.socketFactory", Trust.in(Path.of(certificate)));
        }
        return Session.getInstance(properties);
    }

    void connect(Transport transport) throws MessagingException {
        transport.connect(host, place(), user.isEmpty() ? null : user, user.isEmpty() ? null : password);
    }

    private int place() {
        if (port > 0) {
            return port;
        }
        return switch (security) {
            case STARTTLS -> 587;
            case TLS -> 465;
            default -> 25;
        };
    }

    /** Without its password. */
    @Override
    public String toString() {
        return "MailServer[" + host + ":" + place() + " " + security + "]";
    }
}
