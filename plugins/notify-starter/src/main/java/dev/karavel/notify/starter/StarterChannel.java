package dev.karavel.notify.starter;

import dev.karavel.spi.data.Setting;
import dev.karavel.spi.data.Setting.Kind;
import dev.karavel.spi.notify.Notification;
import dev.karavel.spi.notify.Notification.Attachment;
import dev.karavel.spi.notify.NotificationChannel;
import dev.karavel.spi.notify.NotificationException;
import dev.karavel.spi.notify.NotificationException.Reason;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** Puts each message into a folder: its text, and what came with it. The server finds this service when the jar is dropped into deploy/. */
@Component(service = NotificationChannel.class)
public final class StarterChannel implements NotificationChannel {
    private static final List<Setting> FORM = List.of(
            new Setting("folder", "Folder", Kind.TEXT, true, "", "Its name below the server's folder of messages"));

    private final Path root;

    @Activate
    public StarterChannel() {
        this(Path.of(System.getProperty("karaf.data", "data"), "messages"));
    }

    StarterChannel(Path root) {
        this.root = root;
    }

    @Override
    public String id() {
        return "Folder";
    }

    @Override
    public String title() {
        return "Folder (starter)";
    }

    @Override
    public List<Setting> settings() {
        return FORM;
    }

    /** What people type is never trusted: a name, not a path. */
    @Override
    public void check(Map<String, String> recipient) throws NotificationException {
        if (!recipient.getOrDefault("folder", "").matches("[A-Za-z0-9][A-Za-z0-9_-]{0,63}")) {
            throw NotificationException.refused("folder", "A folder's name has letters, digits, - and _");
        }
    }

    /** The message's id is its file's name: who sends it again writes the same file again. */
    @Override
    public void send(Notification notification, Map<String, String> recipient, Duration time)
            throws NotificationException {
        check(recipient);
        Path folder = root.resolve(recipient.get("folder"));
        try {
            Files.createDirectories(folder);
            int number = 0;
            for (Attachment file : Stream.concat(notification.pictures().stream(), notification.files().stream())
                    .toList()) {
                write(folder, notification.id() + "-" + number++ + ending(file.name()), file.bytes());
            }
            String text = notification.subject() + "\n\n" + notification.text();
            write(folder, notification.id() + ".txt", text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new NotificationException(Reason.UNREACHABLE, "The folder cannot be written to", e);
        }
    }

    /** Whole or not at all. */
    private static void write(Path folder, String name, byte[] bytes) throws IOException {
        Path part = Files.createTempFile(folder, ".part", "");
        Files.write(part, bytes);
        Files.move(part, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    private static String ending(String name) {
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(dot).replaceAll("[^.A-Za-z0-9]", "");
    }
}
