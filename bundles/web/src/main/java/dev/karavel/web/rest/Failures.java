package dev.karavel.web.rest;

import dev.karavel.web.gate.Failure;
import dev.karavel.web.json.Json;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ServiceScope;

/** Every failure of a route leaves as JSON that names its code and whom to blame, and never with a stack. */
@Component(service = ExceptionMapper.class, scope = ServiceScope.PROTOTYPE)
@RestExtension(karavel_rest = "failures")
public final class Failures implements ExceptionMapper<Throwable> {
    @Override
    public Response toResponse(Throwable thrown) {
        Failure failure = Failure.of(thrown);
        Response.ResponseBuilder response = Response.status(failure.status());
        failure.retryAfterSeconds().ifPresent(seconds -> response.header(HttpHeaders.RETRY_AFTER, seconds));
        return response.type(MediaType.APPLICATION_JSON)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(Json.bytes(failure.body()))
                .build();
    }
}
