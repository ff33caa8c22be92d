package dev.karavel.viz.descriptor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The controls that descriptors refer to by name. */
public final class SharedControls {
    private final Map<String, ObjectNode> byName = new LinkedHashMap<>();

    public SharedControls(ObjectMapper json) {
        try (InputStream resource = SharedControls.class.getResourceAsStream("controls.json")) {
            for (JsonNode control : json.readTree(resource)) {
                byName.put(control.get("name").textValue(), (ObjectNode) control);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("controls.json", e);
        }
    }

    /** A copy. */
    Optional<ObjectNode> find(String name) {
        return Optional.ofNullable(byName.get(name)).map(ObjectNode::deepCopy);
    }
}
