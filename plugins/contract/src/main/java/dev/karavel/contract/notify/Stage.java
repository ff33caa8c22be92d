package dev.karavel.contract.notify;

import dev.karavel.spi.notify.NotificationChannel;
import java.util.List;
import java.util.Map;

/** A channel and the service behind it, which runs until it is closed. */
public interface Stage extends AutoCloseable {
    NotificationChannel channel();

    /** Settings of somebody who gets messages there. */
    Map<String, String> recipient();

    /** Passwords, tokens and keys of the channel: they may stand in no failure. */
    List<String> secrets();

    /** All messages so far, oldest first. */
    List<Received> received();

    /** Stops the service. */
    @Override
    void close();
}
