package dev.karavel.web.sqllab;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.karavel.api.error.KaravelException;
import dev.karavel.api.security.AccessControl;
import dev.karavel.api.security.Principal;
import dev.karavel.web.gate.Paths;
import dev.karavel.web.gate.Replies;
import dev.karavel.web.gate.Visitor;
import dev.karavel.web.json.Fields;
import dev.karavel.web.json.Json;
import jakarta.servlet.Servlet;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletMultipart;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletName;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/** The routes of tabs, which Superset has beside its REST interface. */
@Component(service = Servlet.class)
@HttpWhiteboardServletName("karavel-sqllab-tabs")
@HttpWhiteboardServletPattern({"/tabstateview/*", "/tableschemaview/*"})
@HttpWhiteboardServletMultipart(enabled = true, maxFileSize = 10_000_000, fileSizeThreshold = 10_000_000)
public final class TabServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final String ID = "\\d{1,18}";

    private final transient TabDesk desk;
    private final transient TabRows rows;
    private final transient AccessControl access;

    @Activate
    public TabServlet(@Reference TabDesk desk, @Reference TabRows rows, @Reference AccessControl access) {
        this.desk = desk;
        this.rows = rows;
        this.access = access;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        Principal principal = Visitor.of(request).principal();
        access.require(principal, "can_read", "SQLLab");
        response.setHeader("Cache-Control", "no-store");
        Replies.json(response, HttpServletResponse.SC_OK, answer(request, principal));
    }

    private Object answer(HttpServletRequest request, Principal principal) throws ServletException, IOException {
        String[] path = Paths.of(request).replaceAll("^/+|/+$", "").split("/");
        String route = request.getMethod() + " " + String.join("/", path).replaceAll("(?<=/)" + ID + "(?=/|$)", "id");
        String last = path[path.length - 1];
        boolean query = route.startsWith("DELETE tabstateview/id/query/") && path.length == 4;
        return query ? detached(path, principal) : answer(route, path, last, request, principal);
    }

    private Object answer(String route, String[] path, String last, HttpServletRequest request, Principal principal)
            throws ServletException, IOException {
        return switch (route) {
            case "POST tabstateview" ->
                id(desk.open(new Fields(body(request).path("queryEditor")), principal)
                        .id());
            case "GET tabstateview/id" -> rows.row(desk.find(number(last), principal));
            case "PUT tabstateview/id" -> {
                desk.change(number(last), new Fields(body(request)), principal);
                yield id(number(last));
            }
            case "DELETE tabstateview/id" -> {
                desk.close(number(last), principal);
                yield "OK";
            }
            case "POST tabstateview/id/activate" -> {
                desk.activate(number(path[1]), principal);
                yield id(number(path[1]));
            }
            case "POST tabstateview/id/migrate_query" -> {
                desk.migrate(number(path[1]), new Fields(body(request)).requiredText("queryId"), principal);
                yield id(number(path[1]));
            }
            case "POST tableschemaview" ->
                id(desk.look(new Fields(body(request)), principal).id());
            case "DELETE tableschemaview/id" -> {
                desk.leave(number(last), principal);
                yield id(number(last));
            }
            case "POST tableschemaview/id/expanded" -> {
                desk.expand(number(path[1]), new Fields(body(request)).flag("expanded", true), principal);
                yield id(number(path[1]));
            }
            default -> throw KaravelException.notFound("Address", "/" + String.join("/", path));
        };
    }

    private Object detached(String[] path, Principal principal) {
        desk.detach(number(path[1]), path[3], principal);
        return "OK";
    }

    private static Map<String, Object> id(long id) {
        return Map.of("id", id);
    }

    private static long number(String text) {
        return Long.parseLong(text);
    }

    /** JSON, or a form whose values are JSON each. */
    private static JsonNode body(HttpServletRequest request) throws ServletException, IOException {
        String type = String.valueOf(request.getContentType());
        if (type.startsWith("application/json")) {
            return Json.mapper().readTree(request.getInputStream());
        }
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        for (Map.Entry<String, String[]> each : request.getParameterMap().entrySet()) {
            object.set(each.getKey(), Json.read(each.getValue()[0]));
        }
        return object;
    }
}
