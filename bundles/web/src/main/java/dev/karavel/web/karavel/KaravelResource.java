package dev.karavel.web.karavel;

import dev.karavel.api.viz.VisualizationRegistry;
import dev.karavel.web.gate.RunningRequests;
import dev.karavel.web.gate.Visitor;
import dev.karavel.web.plugin.PluginRows;
import dev.karavel.web.rest.Needs;
import dev.karavel.web.rest.RestResource;
import dev.karavel.web.rest.Says;
import dev.karavel.web.rest.SignedIn;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What Karavel has beyond Superset: chart types and plugins that come and go, and how the server is. */
@Component(service = KaravelResource.class)
@RestResource
@Path("karavel")
@Produces(MediaType.APPLICATION_JSON)
public final class KaravelResource {
    private final VisualizationRegistry registry;
    private final Status status;
    private final RunningRequests running;

    @Activate
    public KaravelResource(
            @Reference VisualizationRegistry registry, @Reference Status status, @Reference RunningRequests running) {
        this.registry = registry;
        this.status = status;
        this.running = running;
    }

    @GET
    @Path("visualizations")
    @SignedIn
    @Says("Chart types that are installed now")
    public Map<String, Object> visualizations() {
        return Map.of("result", VisualizationRows.list(registry.all()));
    }

    @GET
    @Path("plugins")
    @Needs(action = "can_read", view = "Plugin")
    @Says("Plugins that are installed now")
    public Map<String, Object> plugins() {
        return Map.of("result", registry.plugins().stream().map(PluginRows::of).toList());
    }

    @GET
    @Path("status")
    @Needs(action = "can_read", view = "Status")
    @Says("How the server is")
    public Map<String, Object> status() {
        return status.now();
    }

    @POST
    @Path("requests/{name}/call_off")
    @SignedIn
    @Says("Calls off a request of one's own that is under way, by the name it was given in X-Karavel-Request")
    public Map<String, Object> callOff(@PathParam("name") String name, @Context SecurityContext context) {
        return Map.of("called_off", running.callOff(Visitor.of(context), name));
    }
}
