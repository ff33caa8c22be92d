package dev.karavel.notify.email;

import dev.karavel.spi.notify.NotificationException;
import dev.karavel.spi.notify.NotificationException.Reason;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.io.IOException;
import javax.net.ssl.SSLException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;

/** What a failure of the mail library means. */
final class MailFailures {
    private static final int PERMANENT = 500;

    private MailFailures() {}

    static NotificationException translated(MessagingException failure) {
        if (failure instanceof AuthenticationFailedException) {
            return new NotificationException(
                    Reason.NOT_CONFIGURED, "The mail server does not take the user or password", failure);
        }
        for (Throwable cause = failure; cause != null; cause = next(cause)) {
            if (cause instanceof SMTPAddressFailedException refused) {
                String address = refused.getAddress() == null
                        ? "an address"
                        : refused.getAddress().getAddress();
                return answered(refused.getReturnCode(), "The mail server does not take " + address, failure);
            }
            if (cause instanceof SMTPSenderFailedException refused) {
                return answered(refused.getReturnCode(), "The mail server does not take the sender", failure);
            }
            if (cause instanceof SMTPSendFailedException refused) {
                return answered(
                        refused.getReturnCode(),
                        "The mail server does not take the message (" + refused.getReturnCode() + ")",
                        failure);
            }
            if (cause instanceof SSLException) {
                return new NotificationException(
                        Reason.NOT_CONFIGURED,
                        "The mail server's certificate is not trusted, or it speaks no TLS",
                        failure);
            }
            if (cause instanceof IOException) {
                return new NotificationException(Reason.UNREACHABLE, "The mail server does not answer", failure);
            }
        }
        if (String.valueOf(failure.getMessage()).contains("STARTTLS")) {
            return new NotificationException(
                    Reason.NOT_CONFIGURED,
                    "The mail server offers no STARTTLS, and without it nothing is sent",
                    failure);
        }
        return new NotificationException(
                Reason.UNREACHABLE, "The mail server did not do what was asked of it", failure);
    }

    private static Throwable next(Throwable cause) {
        return cause instanceof MessagingException mail && mail.getNextException() != null
                ? mail.getNextException()
                : cause.getCause();
    }

    private static NotificationException answered(int code, String words, MessagingException failure) {
        return new NotificationException(code >= PERMANENT ? Reason.REFUSED : Reason.BUSY, words, failure);
    }
}
