package dev.karavel.web.dashboard;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.karavel.api.catalog.Chart;
import dev.karavel.api.catalog.Charts;
import dev.karavel.api.catalog.Dashboard;
import dev.karavel.api.catalog.Dashboards;
import dev.karavel.api.catalog.Role;
import dev.karavel.api.catalog.Roles;
import dev.karavel.api.catalog.Stamp;
import dev.karavel.api.catalog.Themes;
import dev.karavel.api.catalog.Users;
import dev.karavel.api.error.KaravelException;
import dev.karavel.api.security.AccessControl;
import dev.karavel.api.security.Principal;
import dev.karavel.web.json.Fields;
import dev.karavel.web.json.Json;
import dev.karavel.web.list.Owners;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Writes dashboards; which charts one holds follows from its layout. */
@Component(service = DashboardDraft.class)
public final class DashboardDraft {
    /** Not digits alone: that would be an id. */
    private static final Pattern SLUG =
            Pattern.compile("(?!(\\d+|list|new|p)$)[\\p{L}\\p{N}][\\p{L}\\p{N}._~-]{0,254}");

    private final Dashboards dashboards;
    private final Charts charts;
    private final Roles roles;
    private final Themes themes;
    private final Users users;
    private final AccessControl access;

    @Activate
    public DashboardDraft(
            @Reference Dashboards dashboards,
            @Reference Charts charts,
            @Reference Roles roles,
            @Reference Themes themes,
            @Reference Users users,
            @Reference AccessControl access) {
        this.dashboards = dashboards;
        this.charts = charts;
        this.roles = roles;
        this.themes = themes;
        this.users = users;
        this.access = access;
    }

    Dashboard create(Fields fields, Principal principal) {
        fields.requiredText("dashboard_title");
        Dashboard empty = new Dashboard(
                0,
                UUID.randomUUID(),
                0,
                "",
                Optional.empty(),
                "",
                "{}",
                "{}",
                "",
                false,
                "",
                "",
                List.of(),
                Set.of(),
                Set.of(),
                Optional.empty(),
                Stamp.none());
        return save(empty, fields, principal);
    }

    Dashboard change(Dashboard old, Fields fields, Principal principal) {
        fields.requireVersion(old.version());
        return save(old, fields, principal);
    }

    private Dashboard save(Dashboard old, Fields fields, Principal principal) {
        ObjectNode metadata = object(fields.jsonText("json_metadata", old.metadata()));
        String position = Layout.within(metadata).orElseGet(() -> fields.jsonText("position_json", old.position()));
        List<Long> held = old.charts();
        if (!position.equals(old.position())) {
            Layout layout = new Layout(position);
            List<Chart> found = held(layout, old, principal);
            held = found.stream().map(Chart::id).sorted().toList();
            position = layout.withUuids(found.stream().collect(Collectors.toMap(Chart::id, Chart::uuid)));
        }
        return dashboards.save(new Dashboard(
                old.id(),
                old.uuid(),
                old.version(),
                fields.has("dashboard_title") ? fields.requiredText("dashboard_title") : old.title(),
                slug(fields, old),
                fields.text("description", old.description()),
                position,
                Json.text(metadata),
                fields.text("css", old.css()),
                fields.flag("published", old.published()),
                fields.text("certified_by", old.certifiedBy()),
                fields.text("certification_details", old.certificationDetails()),
                held,
                Owners.after(fields, old.owners(), principal, users),
                roles(fields, old),
                theme(fields, old),
                old.stamp().by(principal.userId())));
    }

    private static Optional<String> slug(Fields fields, Dashboard old) {
        Optional<String> slug =
                fields.filledText("slug", old.slug()).map(text -> text.trim().replace(' ', '-'));
        if (slug.isPresent()
                && !slug.equals(old.slug())
                && !SLUG.matcher(slug.get()).matches()) {
            throw KaravelException.invalid(
                    "slug",
                    "A slug has letters, digits and . _ ~ -, and is no number and no word of an address such as list");
        }
        return slug;
    }

    /** Charts of the layout; new ones only if the writer may see them, else a dashboard would tell of them. */
    private List<Chart> held(Layout layout, Dashboard old, Principal principal) {
        return charts.find(layout.charts()).stream()
                .filter(chart -> old.charts().contains(chart.id()) || access.maySee(principal, chart))
                .toList();
    }

    private Optional<Long> theme(Fields fields, Dashboard old) {
        Optional<Long> theme = fields.whole("theme_id", old.theme());
        if (fields.has("theme_id")
                && theme.isPresent()
                && themes.find(theme.get()).isEmpty()) {
            throw KaravelException.invalid("theme_id", "There is no theme " + theme.get());
        }
        return theme;
    }

    private Set<String> roles(Fields fields, Dashboard old) {
        Optional<List<Long>> wanted = fields.ids("roles");
        if (wanted.isEmpty()) {
            return old.roles();
        }
        List<Role> found = roles.find(wanted.get());
        if (found.size() != new HashSet<>(wanted.get()).size()) {
            throw KaravelException.invalid("roles", "Roles are invalid: one of them does not exist");
        }
        return found.stream().map(Role::name).collect(Collectors.toSet());
    }

    static ObjectNode object(String metadata) {
        try {
            JsonNode node = Json.read(metadata.isBlank() ? "{}" : metadata);
            return node instanceof ObjectNode object ? object : Json.mapper().createObjectNode();
        } catch (JsonProcessingException e) {
            throw KaravelException.invalid("json_metadata", "The metadata is not valid JSON");
        }
    }
}
