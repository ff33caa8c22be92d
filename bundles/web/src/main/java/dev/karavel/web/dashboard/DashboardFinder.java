package dev.karavel.web.dashboard;

import dev.karavel.api.catalog.Dashboard;
import dev.karavel.api.catalog.Dashboards;
import dev.karavel.api.catalog.ListQuery;
import dev.karavel.api.catalog.Roles;
import dev.karavel.api.error.ErrorCode;
import dev.karavel.api.error.KaravelException;
import dev.karavel.api.security.AccessControl;
import dev.karavel.api.security.Principal;
import dev.karavel.web.list.Related;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Finds a dashboard by what stands in its address; one that may not be seen is as good as missing. */
@Component(service = DashboardFinder.class)
public final class DashboardFinder {
    private static final Pattern ID = Pattern.compile("\\d{1,18}");
    private static final Pattern UUID_FORM = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private final Dashboards dashboards;
    private final Roles roles;
    private final AccessControl access;

    @Activate
    public DashboardFinder(@Reference Dashboards dashboards, @Reference Roles roles, @Reference AccessControl access) {
        this.dashboards = dashboards;
        this.roles = roles;
        this.access = access;
    }

    public Dashboard visible(String idOrSlug, Principal principal) {
        return find(idOrSlug)
                .filter(dashboard -> access.maySee(principal, dashboard))
                .orElseThrow(() -> KaravelException.notFound("Dashboard", idOrSlug));
    }

    Dashboard editable(String idOrSlug, Principal principal) {
        Dashboard dashboard = visible(idOrSlug, principal);
        if (!access.mayEdit(principal, dashboard.owners())) {
            throw new KaravelException(ErrorCode.FORBIDDEN, "Only its owners may change this dashboard");
        }
        return dashboard;
    }

    Map<String, Object> roles(String q) {
        String part = Related.part(q);
        return Related.answer(roles.list(ListQuery.everything()).items().stream()
                .filter(role -> role.name().toLowerCase(Locale.ROOT).contains(part))
                .map(role -> Related.row(role.id(), role.name()))
                .toList());
    }

    private Optional<Dashboard> find(String idOrSlug) {
        if (ID.matcher(idOrSlug).matches()) {
            return dashboards.find(Long.parseLong(idOrSlug));
        }
        if (UUID_FORM.matcher(idOrSlug).matches()) {
            return dashboards.find(UUID.fromString(idOrSlug));
        }
        return dashboards.findBySlug(idOrSlug);
    }
}
