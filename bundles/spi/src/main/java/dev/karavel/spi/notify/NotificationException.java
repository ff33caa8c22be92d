package dev.karavel.spi.notify;

/**
 * A message that was not sent. The text may be shown to owners of the report: it names neither password nor token, and no address of
 * the server's own network.
 */
public class NotificationException extends Exception {
    private static final long serialVersionUID = 1L;

    /** Whether trying again can help. */
    public enum Reason {
        /** The channel is not configured, or its credentials are wrong: an administrator has to act. */
        NOT_CONFIGURED(false),
        /** This recipient or message is not taken. */
        REFUSED(false),
        /** No answer, or one that says: later. */
        UNREACHABLE(true),
        /** Too much at once. */
        BUSY(true);

        private final boolean passing;

        Reason(boolean passing) {
            this.passing = passing;
        }

        public boolean isPassing() {
            return passing;
        }
    }

    private final Reason reason;
    private final String setting;

    public NotificationException(Reason reason, String message, Throwable cause) {
        this(reason, "", message, cause);
    }

    /** @param setting of the recipient that is to be corrected; empty for none */
    public NotificationException(Reason reason, String setting, String message, Throwable cause) {
        super(message, cause);
        this.reason = reason;
        this.setting = setting;
    }

    public static NotificationException refused(String setting, String message) {
        return new NotificationException(Reason.REFUSED, setting, message, null);
    }

    public Reason reason() {
        return reason;
    }

    public String setting() {
        return setting;
    }
}
