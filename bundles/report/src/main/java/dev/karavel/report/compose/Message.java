package dev.karavel.report.compose;

import dev.karavel.spi.notify.Notification.Attachment;
import java.util.List;

/** What is told, before it is known to whom. */
public record Message(
        String subject, String text, String html, List<Attachment> pictures, List<Attachment> files, String link) {
    public Message {
        pictures = List.copyOf(pictures);
        files = List.copyOf(files);
    }
}
