package dev.karavel.web.rest;

import com.fasterxml.jackson.jakarta.rs.json.JacksonJsonProvider;
import dev.karavel.web.json.Json;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.MessageBodyWriter;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ServiceScope;

/** JSON in and out. */
@Component(
        service = {MessageBodyReader.class, MessageBodyWriter.class},
        scope = ServiceScope.PROTOTYPE)
@RestExtension(karavel_rest = "json")
public final class JsonBodies extends JacksonJsonProvider {
    public JsonBodies() {
        super(Json.mapper());
    }
}
