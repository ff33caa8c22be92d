package dev.karavel.web.rest;

import dev.karavel.api.error.ErrorCode;
import dev.karavel.api.error.KaravelException;
import dev.karavel.api.security.AccessControl;
import dev.karavel.api.security.Principal;
import dev.karavel.web.gate.Visitor;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import java.lang.reflect.Method;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;

/** Asks for the rights a route names. A route that names none, a plugin's for instance, is for those who are signed in. */
@Component(service = ContainerRequestFilter.class, scope = ServiceScope.PROTOTYPE)
@RestExtension(karavel_rest = "access")
public final class AccessFilter implements ContainerRequestFilter {
    private final AccessControl access;

    /** Injected by Jersey, per request. */
    @Context
    private ResourceInfo resource;

    @Activate
    public AccessFilter(@Reference AccessControl access) {
        this.access = access;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        check(resource.getResourceMethod(), Visitor.principal(request.getSecurityContext()));
    }

    void check(Method route, Principal principal) {
        Needs needs = route == null ? null : route.getAnnotation(Needs.class);
        if (needs != null) {
            access.require(principal, needs.action(), needs.view());
        } else if (principal.anonymous() && (route == null || route.getAnnotation(Open.class) == null)) {
            throw new KaravelException(ErrorCode.UNAUTHENTICATED, "Sign in first");
        }
    }
}
