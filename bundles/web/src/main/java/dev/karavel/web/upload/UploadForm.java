package dev.karavel.web.upload;

import dev.karavel.api.error.ErrorCode;
import dev.karavel.api.error.KaravelException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.fileupload.FileItemIterator;
import org.apache.commons.fileupload.FileItemStream;
import org.apache.commons.fileupload.FileUpload;
import org.apache.commons.fileupload.FileUploadBase;
import org.apache.commons.fileupload.FileUploadException;
import org.apache.commons.fileupload.RequestContext;

/** A form with a file, written to disk as it comes in, and gone when the form is closed. */
public final class UploadForm implements AutoCloseable {
    private static final int LONGEST_FIELD = 100_000;
    private static final int MOST_FIELDS = 60;
    /** The others are what Superset calls files of its own making. */
    private static final Set<String> FILES = Set.of("file", "formData", "bundle");

    private final Map<String, String> fields = new HashMap<>();
    private final Path file;
    private boolean filled;

    private UploadForm(String ending) {
        try {
            file = Files.createTempFile("karavel-upload", ending);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param ending of the name the file gets: what it is called by the sender counts for nothing */
    public static UploadForm read(String contentType, InputStream body, String ending) {
        UploadForm form = new UploadForm(ending);
        boolean done = false;
        try {
            form.fill(contentType, body);
            done = true;
            return form;
        } catch (FileUploadException | FileUploadBase.FileUploadIOException e) {
            throw new KaravelException(ErrorCode.INVALID_REQUEST, "file", "Send the file as multipart/form-data", e);
        } catch (IOException e) {
            throw new KaravelException(ErrorCode.INVALID_REQUEST, "file", "The upload broke off", e);
        } finally {
            if (!done) {
                form.close();
            }
        }
    }

    private void fill(String contentType, InputStream body) throws IOException, FileUploadException {
        FileUpload parser = new FileUpload();
        parser.setHeaderEncoding(StandardCharsets.UTF_8.name());
        FileItemIterator parts = parser.getItemIterator(new Body(contentType, body));
        while (parts.hasNext()) {
            FileItemStream part = parts.next();
            if (part.isFormField()) {
                field(part);
            } else if (FILES.contains(part.getFieldName())) {
                try (InputStream in = part.openStream();
                        var out = Files.newOutputStream(file)) {
                    filled = in.transferTo(out) > 0 || filled;
                }
            }
        }
        if (!filled) {
            throw KaravelException.invalid("file", "The file is missing or empty");
        }
    }

    private void field(FileItemStream part) throws IOException {
        try (InputStream in = part.openStream()) {
            byte[] bytes = in.readNBytes(LONGEST_FIELD + 1);
            if (bytes.length > LONGEST_FIELD || fields.size() >= MOST_FIELDS) {
                throw new KaravelException(
                        ErrorCode.TOO_LARGE, part.getFieldName(), "The form has more than a form should", null);
            }
            String text = new String(bytes, StandardCharsets.UTF_8);
            fields.merge(part.getFieldName(), text, (one, other) -> one + "," + other);
        }
    }

    public Path file() {
        return file;
    }

    /** Another field of the form. */
    public Optional<String> value(String name) {
        return text(name);
    }

    Optional<String> text(String name) {
        return Optional.ofNullable(fields.get(name)).filter(text -> !text.isBlank() && !text.equals("null"));
    }

    /** As it was sent: a tab is a delimiter, too. */
    Optional<String> raw(String name) {
        return Optional.ofNullable(fields.get(name)).filter(text -> !text.isEmpty());
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Body(String contentType, InputStream in) implements RequestContext {
        @Override
        public String getCharacterEncoding() {
            return StandardCharsets.UTF_8.name();
        }

        @Override
        public String getContentType() {
            return contentType;
        }

        /** Unknown: the gate counts. */
        @Override
        @Deprecated
        public int getContentLength() {
            return -1;
        }

        @Override
        public InputStream getInputStream() {
            return in;
        }
    }
}
