package dev.karavel.ui;

import dev.karavel.api.web.ApplicationShell;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** Publishes the built application below /static (these properties are all the whiteboard needs) and fills its page. */
@Component(
        service = ApplicationShell.class,
        property = {
            "osgi.http.whiteboard.resource.pattern=/static/*",
            "osgi.http.whiteboard.resource.prefix=/static",
            "osgi.http.whiteboard.context.select=(osgi.http.whiteboard.context.name=default)"
        })
public final class Application implements ApplicationShell {
    private static final Pattern NONCE = Pattern.compile("[A-Za-z0-9+/_=-]+");
    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,8}([_-][A-Za-z0-9]{1,8})*");

    private final String template;

    @Activate
    public Application() {
        this(read("/application.html"));
    }

    Application(String template) {
        this.template = template;
    }

    @Override
    public byte[] page(String nonce, String bootstrap, String language) {
        requireShape(NONCE, nonce, "nonce");
        requireShape(LANGUAGE, language, "language");
        // Within a script element only "<" can end or open anything; in JSON it may stand as an escape.
        String inert = bootstrap.replace("<", "\\u003c");
        return template.replace("__NONCE__", nonce)
                .replace("__LANG__", language)
                .replace("__BOOTSTRAP__", inert)
                .getBytes(StandardCharsets.UTF_8);
    }

    private static void requireShape(Pattern shape, String value, String name) {
        if (!shape.matcher(value).matches()) {
            throw new IllegalArgumentException("Not a " + name + " that can stand in a page: " + value);
        }
    }

    private static String read(String resource) {
        try (InputStream stream = Application.class.getResourceAsStream(resource)) {
            if (stream == null) {
                throw new IllegalStateException("The bundle was built without its pages: " + resource + " is missing");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
