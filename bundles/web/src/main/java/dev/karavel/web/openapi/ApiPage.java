package dev.karavel.web.openapi;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.karavel.api.security.AccessControl;
import dev.karavel.web.gate.Nonce;
import dev.karavel.web.gate.Replies;
import dev.karavel.web.gate.SecurityHeaders;
import dev.karavel.web.gate.Visitor;
import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletName;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/** The REST interface for people to read; no script, nothing from elsewhere. */
@Component(service = Servlet.class)
@HttpWhiteboardServletName("karavel-api-page")
@HttpWhiteboardServletPattern("/swagger/v1/*")
public final class ApiPage extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private final transient AccessControl access;
    private final String page;

    @Activate
    public ApiPage(@Reference AccessControl access) {
        this.access = access;
        page = template().replace("{{operations}}", new ApiListing(Routes.all()).html());
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        access.require(Visitor.of(request).principal(), "can_get", "OpenApi");
        String nonce = Nonce.next();
        SecurityHeaders.allow(response, nonce);
        byte[] bytes = page.replace("{{nonce}}", nonce).getBytes(UTF_8);
        Replies.bytes(response, HttpServletResponse.SC_OK, "text/html;charset=utf-8", bytes);
    }

    private static String template() {
        try (InputStream in = ApiPage.class.getResourceAsStream("page.html")) {
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
