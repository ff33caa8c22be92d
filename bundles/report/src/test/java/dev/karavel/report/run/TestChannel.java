package dev.karavel.report.run;

import dev.karavel.spi.data.Setting;
import dev.karavel.spi.notify.Notification;
import dev.karavel.spi.notify.NotificationChannel;
import dev.karavel.spi.notify.NotificationException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Remembers who got what, fails or lets the server die. */
final class TestChannel implements NotificationChannel {
    final List<String> sent = new ArrayList<>();
    /** What was sent last. */
    Notification last;

    String dieAt = "";
    NotificationException failure;

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
        return List.of(new Setting("target", "To", Setting.Kind.TEXT, true, "", ""));
    }

    @Override
    public void check(Map<String, String> recipient) {}

    @Override
    public void send(Notification notification, Map<String, String> recipient, Duration time)
            throws NotificationException {
        String target = recipient.get("target");
        if (target.equals(dieAt)) {
            throw new ServerDied();
        }
        if (failure != null) {
            throw failure;
        }
        last = notification;
        sent.add(target + " " + notification.id().replaceAll("\\.[0-9a-f]{32}$", ""));
    }
}
