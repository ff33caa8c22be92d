package dev.karavel.web.tag;

import com.fasterxml.jackson.databind.JsonNode;
import dev.karavel.api.catalog.Stamp;
import dev.karavel.api.catalog.Tag;
import dev.karavel.api.catalog.Tags;
import dev.karavel.api.catalog.ThingKind;
import dev.karavel.api.error.KaravelException;
import dev.karavel.api.security.Principal;
import dev.karavel.web.json.Fields;
import dev.karavel.web.thing.Thing;
import dev.karavel.web.thing.Things;
import java.util.ArrayList;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Puts tags on things and takes them off. Who may change a thing may tag it. */
@Component(service = Tagging.class)
public final class Tagging {
    private static final int LONGEST = 100;

    private final Tags tags;
    private final Things things;

    @Activate
    public Tagging(@Reference Tags tags, @Reference Things things) {
        this.tags = tags;
        this.things = things;
    }

    /** One kind of thing and its id. */
    record Target(ThingKind kind, long id) {}

    Tag named(String name, String description, Principal principal) {
        String text = name.strip();
        if (text.isEmpty() || text.length() > LONGEST || text.contains(",")) {
            throw KaravelException.invalid("name", "A tag has 1 to " + LONGEST + " characters and no comma");
        }
        return tags.findByName(text)
                .orElseGet(() -> tags.save(
                        new Tag(0, null, 0, text, description, Stamp.none().by(principal.userId()))));
    }

    Target target(String kind, long id) {
        return new Target(kind(kind), id);
    }

    void put(Tag tag, List<Target> targets, Principal principal) {
        targets.forEach(target -> things.editable(target.kind(), target.id(), principal));
        targets.forEach(target -> tags.put(tag.id(), target.kind(), target.id()));
    }

    void take(Tag tag, Target target, Principal principal) {
        Thing thing = things.editable(target.kind(), target.id(), principal);
        if (!tags.take(tag.id(), thing.kind(), thing.id())) {
            throw KaravelException.notFound("Tag", tag.name());
        }
    }

    /** Replaces what carries a tag, as far as the caller may change it. */
    void replace(Tag tag, List<Target> wanted, Principal principal) {
        tags.under(tag.id()).forEach((kind, ids) -> ids.stream()
                .map(id -> new Target(kind, id))
                .filter(target -> !wanted.contains(target))
                .filter(target ->
                        things.find(target.kind(), target.id(), principal).isPresent())
                .forEach(target -> take(tag, target, principal)));
        put(tag, wanted, principal);
    }

    /** Pairs of kind and id: [["dashboard", 3]]. */
    List<Target> targets(Fields fields) {
        return targets(fields.list("objects_to_tag"));
    }

    List<Target> targets(Iterable<JsonNode> pairs) {
        List<Target> found = new ArrayList<>();
        for (JsonNode pair : pairs) {
            if (!pair.isArray() || pair.size() != 2 || !pair.get(1).canConvertToLong()) {
                throw KaravelException.invalid(
                        "objects_to_tag", "objects_to_tag has to be a list of kind and id: [[\"dashboard\", 3]]");
            }
            found.add(target(pair.get(0).asText(), pair.get(1).asLong()));
        }
        return found;
    }

    private static ThingKind kind(String text) {
        return ThingKind.named(text)
                .filter(kind -> kind != ThingKind.TAG)
                .orElseThrow(() -> KaravelException.invalid(
                        "object_type", "Things to tag are dashboard, chart, dataset or query, not " + text));
    }
}
