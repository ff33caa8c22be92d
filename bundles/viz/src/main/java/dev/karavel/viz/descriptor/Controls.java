package dev.karavel.viz.descriptor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;

/** Spells out the controls of a descriptor: shared ones by name, or with some of it said anew. */
final class Controls {
    private final SharedControls shared;
    private final Map<String, ObjectNode> byName = new LinkedHashMap<>();

    Controls(SharedControls shared) {
        this.shared = shared;
    }

    /** Replaces the controls by what they mean. */
    void spellOut(Fields descriptor) throws Refused {
        int section = 0;
        for (JsonNode each : descriptor.list("controls")) {
            String path = "controls[" + section++ + "].";
            Fields fields = new Fields(descriptor.file(), path, each);
            fields.text("section");
            ArrayNode controls = ((ObjectNode) each).arrayNode();
            int control = 0;
            for (JsonNode written : fields.list("controls")) {
                controls.add(spelledOut(new Fields(descriptor.file(), path + "controls[" + control++ + "].", written)));
            }
            ((ObjectNode) each).set("controls", controls);
        }
    }

    Map<String, ObjectNode> byName() {
        return byName;
    }

    private ObjectNode spelledOut(Fields written) throws Refused {
        String name = written.node().isTextual() ? written.node().textValue() : written.text("name");
        ObjectNode control = shared.find(name).orElse(null);
        if (control == null && written.node().has("like")) {
            control = like(name, written);
        } else if (control == null) {
            control = own(name, written);
        } else if (written.node() instanceof ObjectNode changes) {
            merge(control, changes);
        }
        JsonNode preset = control.remove("default");
        if (preset != null) {
            control.withObject("/schema").set("default", preset);
        }
        byName.put(name, control);
        return control;
    }

    /** A shared control under a longer name, as a second question has it; what it is visible by is longer by the same. */
    private ObjectNode like(String name, Fields written) throws Refused {
        String model = written.text("like");
        ObjectNode control = shared.find(model).orElse(null);
        if (control == null || !name.startsWith(model)) {
            throw written.refused("like", "the name of a shared control that \"" + name + "\" begins with is needed");
        }
        String suffix = name.substring(model.length());
        if (control.get("visibleWhen") instanceof ObjectNode visible) {
            ObjectNode longer = control.putObject("visibleWhen");
            visible.properties().forEach(each -> longer.set(each.getKey() + suffix, each.getValue()));
        }
        ObjectNode changes = ((ObjectNode) written.node()).deepCopy();
        changes.remove("like");
        merge(control, changes);
        return control;
    }

    private static ObjectNode own(String name, Fields written) throws Refused {
        if (!(written.node() instanceof ObjectNode control)) {
            throw new Refused(
                    written.file(),
                    written.path().substring(0, written.path().length() - 1),
                    "there is no shared control \"" + name + "\"; write {name, title, schema, ui}");
        }
        written.text("title");
        written.object("schema");
        return control;
    }

    private static void merge(ObjectNode base, ObjectNode changes) {
        changes.properties().forEach(change -> {
            if (change.getValue().isNull()) {
                base.remove(change.getKey());
            } else if (base.get(change.getKey()) instanceof ObjectNode old
                    && change.getValue() instanceof ObjectNode inner) {
                merge(old, inner);
            } else {
                base.set(change.getKey(), change.getValue());
            }
        });
    }
}
