package dev.karavel.report.send;

import dev.karavel.spi.notify.NotificationChannel;

/** Channels that need no framework to come. */
public final class ChannelsForTests {
    private ChannelsForTests() {}

    public static Channels of(NotificationChannel channel) {
        Channels channels = new Channels();
        channels.add(channel);
        return channels;
    }
}
