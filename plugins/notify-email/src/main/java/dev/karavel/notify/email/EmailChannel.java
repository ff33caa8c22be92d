package dev.karavel.notify.email;

import dev.karavel.spi.data.Setting;
import dev.karavel.spi.data.Setting.Kind;
import dev.karavel.spi.notify.Notification;
import dev.karavel.spi.notify.NotificationChannel;
import dev.karavel.spi.notify.NotificationException;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.osgi.service.metatype.annotations.Option;

/** Sends mail over SMTP; a connection for each message, as reports are few. */
@Component(service = NotificationChannel.class, configurationPid = "dev.karavel.notify.email")
@Designate(ocd = EmailChannel.Config.class)
public final class EmailChannel implements NotificationChannel {
    private static final List<Setting> FORM = List.of(
            new Setting("target", "To", Kind.TEXT, true, "", "Addresses, separated by commas"),
            new Setting("ccTarget", "Cc", Kind.TEXT, false, "", ""),
            new Setting("bccTarget", "Bcc", Kind.TEXT, false, "", ""));

    @ObjectClassDefinition(name = "Karavel e-mail")
    public @interface Config {
        @AttributeDefinition(name = "Mail server; empty for no mail")
        String host() default "";

        @AttributeDefinition(name = "Its port; 0 for the usual one: 25, with starttls 587, with tls 465")
        int port() default 0;

        @AttributeDefinition(
                name = "none, starttls or tls",
                options = {
                    @Option(label = "none", value = "none"),
                    @Option(label = "starttls", value = "starttls"),
                    @Option(label = "tls", value = "tls")
                })
        String security() default "starttls";

        @AttributeDefinition(name = "User; empty for none")
        String user() default "";

        @AttributeDefinition(name = "Password")
        String password() default "";

        @AttributeDefinition(name = "Sender's address")
        String from() default "karavel@localhost";

        @AttributeDefinition(
                name = "File with the certificate of the authority that is trusted, PEM; empty for those Java knows")
        String certificate() default "";
    }

    private final MailServer server;

    @Activate
    public EmailChannel(Config config) {
        this(new MailServer(
                config.host().strip(),
                config.port(),
                config.security().strip(),
                config.user(),
                config.password(),
                config.from().strip(),
                config.certificate().strip()));
    }

    EmailChannel(MailServer server) {
        this.server = server;
    }

    @Override
    public String id() {
        return "Email";
    }

    @Override
    public String title() {
        return "E-mail";
    }

    @Override
    public List<Setting> settings() {
        return FORM;
    }

    @Override
    public String hindrance() {
        return server.hindrance();
    }

    @Override
    public void check(Map<String, String> recipient) throws NotificationException {
        if (Addresses.read("target", recipient).length == 0) {
            throw NotificationException.refused("target", "A mail needs an address to go to");
        }
        Addresses.read("ccTarget", recipient);
        Addresses.read("bccTarget", recipient);
    }

    @Override
    public void send(Notification notification, Map<String, String> recipient, Duration time)
            throws NotificationException {
        if (!hindrance().isEmpty()) {
            throw new NotificationException(NotificationException.Reason.NOT_CONFIGURED, hindrance(), null);
        }
        check(recipient);
        // the mail library finds its parts by the thread's class loader
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(EmailChannel.class.getClassLoader());
        try {
            sendNow(notification, recipient, time);
        } catch (MessagingException e) {
            throw MailFailures.translated(e);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private void sendNow(Notification notification, Map<String, String> recipient, Duration time)
            throws MessagingException, NotificationException {
        Session session = server.session(time);
        InternetAddress from = server.sender();
        MimeMessage message = new MailMessage(session, notification, from).build();
        message.setRecipients(RecipientType.TO, Addresses.read("target", recipient));
        message.setRecipients(RecipientType.CC, Addresses.read("ccTarget", recipient));
        InternetAddress[] hidden = Addresses.read("bccTarget", recipient);
        message.setRecipients(RecipientType.BCC, hidden);
        message.saveChanges();
        try (Transport transport = session.getTransport("smtp")) {
            server.connect(transport);
            transport.sendMessage(message, message.getAllRecipients());
        }
    }
}
