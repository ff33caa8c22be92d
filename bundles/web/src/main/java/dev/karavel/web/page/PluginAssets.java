package dev.karavel.web.page;

import dev.karavel.api.viz.Asset;
import dev.karavel.api.viz.VisualizationRegistry;
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

/** Files of plugins. Their address holds version and content hash, so a browser asks once. */
@Component(service = Servlet.class)
@HttpWhiteboardServletName("karavel-plugin-assets")
@HttpWhiteboardServletPattern("/plugins/*")
public final class PluginAssets extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final String IMMUTABLE = "private, max-age=31536000, immutable";

    private final transient VisualizationRegistry registry;

    @Activate
    public PluginAssets(@Reference VisualizationRegistry registry) {
        this.registry = registry;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = request.getPathInfo();
        if (path == null || path.equals("/")) {
            // Who types this address looks for the list of plugins.
            Replies.redirect(response, HttpServletResponse.SC_FOUND, "/plugin/list/");
            return;
        }
        Optional<Asset> asset = find(path);
        if (asset.isEmpty()) {
            Replies.bytes(response, HttpServletResponse.SC_NOT_FOUND, "text/plain", new byte[0]);
            return;
        }
        response.setHeader("Cache-Control", IMMUTABLE);
        Replies.bytes(
                response,
                HttpServletResponse.SC_OK,
                asset.get().contentType(),
                asset.get().bytes());
    }

    private Optional<Asset> find(String path) {
        String[] parts = path.split("/", 4);
        return parts.length == 4 ? registry.guardedAsset(parts[1], parts[2], parts[3]) : Optional.empty();
    }
}
