package dev.karavel.web.plugin;

import com.fasterxml.jackson.databind.JsonNode;
import dev.karavel.api.error.KaravelException;
import dev.karavel.api.viz.Plugin;
import dev.karavel.api.viz.PluginArrival;
import dev.karavel.api.viz.Plugins;
import dev.karavel.api.viz.VisualizationRegistry;
import dev.karavel.web.account.Journal;
import dev.karavel.web.gate.Visitor;
import dev.karavel.web.json.Fields;
import dev.karavel.web.rest.Needs;
import dev.karavel.web.rest.RestResource;
import dev.karavel.web.rest.Says;
import dev.karavel.web.upload.UploadForm;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Plugins as administrators handle them: sent, switched off and on, removed, had back. */
@Component(service = PluginResource.class)
@RestResource
@Path("plugin")
@Produces(MediaType.APPLICATION_JSON)
public final class PluginResource {
    private static final String ONE = "{plugin: [\\w.-]{1,255}}/{version: [\\w.-]{1,100}}";

    private final VisualizationRegistry registry;
    private final Plugins plugins;
    private final PluginUse use;
    private final Journal journal;

    @Activate
    public PluginResource(
            @Reference VisualizationRegistry registry,
            @Reference Plugins plugins,
            @Reference PluginUse use,
            @Reference Journal journal) {
        this.registry = registry;
        this.plugins = plugins;
        this.use = use;
        this.journal = journal;
    }

    @GET
    @Needs(action = "can_read", view = "Plugin")
    @Says("Installed plugins with the number of charts that use each chart type, and removed ones that can be had back")
    public Map<String, Object> list() {
        List<Plugin> all = registry.plugins();
        Map<String, Object> used = all.stream()
                .filter(plugin -> plugin.kind().equals("visualization"))
                .flatMap(plugin -> plugin.provides().stream())
                .distinct()
                .collect(Collectors.toMap(Function.identity(), use::count));
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("result", all.stream().map(PluginRows::of).toList());
        answer.put("used", used);
        answer.put("removed", plugins.removed().stream().map(PluginRows::of).toList());
        return answer;
    }

    @GET
    @Path(ONE)
    @Needs(action = "can_read", view = "Plugin")
    @Says("Files of a plugin, and which charts and dashboards would lose their drawing without it")
    public Map<String, Object> one(@PathParam("plugin") String plugin, @PathParam("version") String version) {
        Map<String, Object> result = new LinkedHashMap<>(PluginRows.of(known(plugin, version)));
        result.put("files", PluginRows.files(plugins.files(plugin, version)));
        result.put(
                "losses",
                plugins.losses(plugin, version).stream()
                        .map(loss -> PluginRows.of(loss, use.of(loss.vizType())))
                        .toList());
        return Map.of("result", result);
    }

    @POST
    @Path("check")
    @Consumes(MediaType.WILDCARD)
    @Needs(action = "can_write", view = "Plugin")
    @Says("What a jar, sent as file, would bring and replace, and what speaks against it; installs nothing")
    public Map<String, Object> check(InputStream body, @HeaderParam(HttpHeaders.CONTENT_TYPE) String contentType) {
        try (UploadForm form = UploadForm.read(contentType, body, ".jar")) {
            return Map.of("result", PluginRows.of(plugins.inspect(form.file())));
        }
    }

    @POST
    @Consumes(MediaType.WILDCARD)
    @Needs(action = "can_write", view = "Plugin")
    @Says("Install a jar, sent as file, on every node")
    public Response install(
            InputStream body,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) String contentType,
            @Context SecurityContext context) {
        try (UploadForm form = UploadForm.read(contentType, body, ".jar")) {
            PluginArrival arrival = plugins.install(form.file(), who(context));
            note(context, "plugin_installed", arrival.symbolicName(), arrival.version());
            return Response.status(Response.Status.CREATED)
                    .entity(Map.of("result", PluginRows.of(arrival)))
                    .build();
        }
    }

    @PUT
    @Path(ONE)
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(action = "can_write", view = "Plugin")
    @Says(value = "Switch a plugin on or off, on every node", body = "enabled*")
    public Map<String, Object> enable(
            @PathParam("plugin") String plugin,
            @PathParam("version") String version,
            JsonNode body,
            @Context SecurityContext context) {
        JsonNode enabled = new Fields(body).node("enabled");
        if (!enabled.isBoolean()) {
            throw KaravelException.invalid("enabled", "The field enabled has to be true or false");
        }
        plugins.enable(plugin, version, enabled.booleanValue(), who(context));
        note(context, enabled.booleanValue() ? "plugin_enabled" : "plugin_disabled", plugin, version);
        return Map.of("result", PluginRows.of(known(plugin, version)));
    }

    @DELETE
    @Path(ONE)
    @Needs(action = "can_write", view = "Plugin")
    @Says("Remove an uploaded plugin, or one of the deploy folder, on every node; it can be had back for a week")
    public Map<String, Object> remove(
            @PathParam("plugin") String plugin,
            @PathParam("version") String version,
            @Context SecurityContext context) {
        plugins.remove(plugin, version, who(context));
        note(context, "plugin_removed", plugin, version);
        return Map.of("message", "OK");
    }

    @POST
    @Path(ONE + "/restore")
    @Needs(action = "can_write", view = "Plugin")
    @Says("Have a removed plugin back")
    public Map<String, Object> restore(
            @PathParam("plugin") String plugin,
            @PathParam("version") String version,
            @Context SecurityContext context) {
        plugins.restore(plugin, version, who(context));
        note(context, "plugin_restored", plugin, version);
        return Map.of("message", "OK");
    }

    private Plugin known(String plugin, String version) {
        return registry.plugins().stream()
                .filter(one ->
                        one.symbolicName().equals(plugin) && one.version().equals(version))
                .findFirst()
                .orElseThrow(() -> KaravelException.notFound("Plugin", plugin + " " + version));
    }

    private static String who(SecurityContext context) {
        return Visitor.principal(context).username();
    }

    private void note(SecurityContext context, String action, String plugin, String version) {
        journal.notePlugin(Visitor.principal(context), action, plugin, version);
    }
}
