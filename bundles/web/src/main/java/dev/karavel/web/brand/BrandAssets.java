package dev.karavel.web.brand;

import dev.karavel.web.gate.Replies;
import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletName;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/** Logo and favicon, also for who did not sign in yet. Their addresses change with what is in them. */
@Component(service = Servlet.class)
@HttpWhiteboardServletName("karavel-brand")
@HttpWhiteboardServletPattern("/brand/*")
public final class BrandAssets extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private final transient Brand brand;

    @Activate
    public BrandAssets(@Reference Brand brand) {
        this.brand = brand;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String name = request.getPathInfo() == null ? "" : request.getPathInfo().substring(1);
        Optional<Brand.Picture> picture = brand.picture(name);
        if (picture.isEmpty()) {
            Replies.bytes(response, HttpServletResponse.SC_NOT_FOUND, "text/plain", new byte[0]);
            return;
        }
        response.setHeader("Cache-Control", "public, max-age=31536000, immutable");
        // a picture that somebody opens by itself runs nothing
        response.setHeader("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'");
        response.setContentType(picture.get().type());
        response.getOutputStream().write(picture.get().bytes());
    }
}
