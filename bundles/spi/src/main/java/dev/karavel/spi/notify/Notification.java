package dev.karavel.spi.notify;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A message.
 *
 * @param id letters, digits, dots and dashes; the same when the same message to the same recipient is sent again
 * @param facts what it is about, for programs
 * @param subject one line
 * @param text the whole message without any markup
 * @param html the same with; a picture stands in it as {@code <img src="cid:ID">}. No scripts, no styles but on elements
 * @param pictures by their content ids; in {@code html} they have their place
 * @param files that come with it
 * @param link where to look at it in the server; empty for nowhere
 */
public record Notification(
        String id,
        Facts facts,
        String subject,
        String text,
        String html,
        List<Attachment> pictures,
        List<Attachment> files,
        Optional<String> link) {
    public Notification {
        if (!Objects.requireNonNull(id, "id").matches("[A-Za-z0-9.-]{1,200}")) {
            throw new IllegalArgumentException("No id of a message: " + id);
        }
        Objects.requireNonNull(facts, "facts");
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(html, "html");
        subject = subject.replaceAll("\\s+", " ").trim();
        pictures = List.copyOf(pictures);
        files = List.copyOf(files);
        Objects.requireNonNull(link, "link");
    }

    /**
     * @param name of the alert or report
     * @param type Alert or Report
     * @param format PNG, PDF, CSV, XLSX or TEXT
     * @param source chart or dashboard
     * @param sourceId its id
     * @param outcome what is told
     * @param description of the alert or report; may be empty
     */
    public record Facts(
            String name,
            String type,
            String format,
            String source,
            long sourceId,
            Outcome outcome,
            String description) {
        public Facts {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(type, "type");
            Objects.requireNonNull(format, "format");
            Objects.requireNonNull(source, "source");
            Objects.requireNonNull(outcome, "outcome");
            Objects.requireNonNull(description, "description");
        }
    }

    public enum Outcome {
        /** What was ordered. */
        SENT,
        /** That it could not be made. */
        FAILED,
        /** That an alert holds no more. */
        RECOVERED
    }

    /**
     * @param id content id of a picture: letters, digits, dots, dashes, one @
     * @param name of the file, with its ending
     * @param bytes never changed
     */
    public record Attachment(String id, String name, String mediaType, byte[] bytes) {
        public Attachment {
            Objects.requireNonNull(id, "id");
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(mediaType, "mediaType");
            Objects.requireNonNull(bytes, "bytes");
        }
    }

    /** Neither what it says nor to whom. */
    @Override
    public String toString() {
        return "Notification[" + id + "]";
    }
}
