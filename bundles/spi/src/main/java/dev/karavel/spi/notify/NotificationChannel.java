package dev.karavel.spi.notify;

import dev.karavel.spi.data.Setting;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A way by which people are told: an OSGi service. Called by several threads at once. Where its own service is, and the credentials
 * for it, is the server's configuration; who gets a message is the recipient's settings.
 */
@ConsumerType
public interface NotificationChannel {
    /** Stored with each recipient, so never changed: letters, digits, first a letter. {@code Email} is how owners are told of failures. */
    String id();

    /** What people read. */
    String title();

    /** The form of a recipient. A SECRET is stored encrypted and never shown again; the channel gets it in the clear. */
    List<Setting> settings();

    /** Why it cannot send now, in a sentence for an administrator; empty if it can. Cheap: connects to nothing. */
    default String hindrance() {
        return "";
    }

    /**
     * Looks whether the settings could be a recipient, without connecting. Required ones are there.
     *
     * @throws NotificationException REFUSED with the setting to correct
     */
    void check(Map<String, String> recipient) throws NotificationException;

    /**
     * Sends one message, on the calling thread, and returns when the service behind has taken it. The same message may come again
     * with the same {@link Notification#id}, after a failure or when the server died half-way: it is to be recognisable as the same.
     *
     * @param recipient checked by {@link #check}
     * @param time most time for all of it
     * @throws NotificationException which says whether trying again can help
     */
    void send(Notification notification, Map<String, String> recipient, Duration time) throws NotificationException;

    /**
     * Values a setting can have, for a field that searches; none where people type.
     *
     * @param search part of a value's title, or empty
     * @throws NotificationException if the service does not answer
     */
    default List<Choice> choices(String setting, String search) throws NotificationException {
        return List.of();
    }
}
