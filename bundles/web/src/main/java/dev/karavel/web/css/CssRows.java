package dev.karavel.web.css;

import dev.karavel.api.catalog.CssTemplate;
import dev.karavel.api.catalog.Stamp;
import dev.karavel.api.catalog.Users;
import dev.karavel.api.security.Principal;
import dev.karavel.web.json.Fields;
import dev.karavel.web.list.People;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Templates of CSS as routes show and read them. */
@Component(service = CssRows.class)
public final class CssRows {
    private final Users users;

    @Activate
    public CssRows(@Reference Users users) {
        this.users = users;
    }

    List<Map<String, Object>> list(List<CssTemplate> templates) {
        People people =
                new People(users, templates.stream().map(CssTemplate::stamp).toList(), List.of(), Instant.now());
        return templates.stream()
                .map(template -> {
                    Map<String, Object> row = row(template);
                    people.put(row, template.stamp());
                    return row;
                })
                .toList();
    }

    static Map<String, Object> row(CssTemplate template) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("id", template.id());
        row.put("uuid", template.uuid().toString());
        row.put("version", template.version());
        row.put("template_name", template.name());
        row.put("css", template.css());
        return row;
    }

    static CssTemplate made(Fields fields, Principal principal) {
        fields.requiredText("template_name");
        return changed(new CssTemplate(0, null, 0, "", "", Stamp.none()), fields, principal);
    }

    static CssTemplate changed(CssTemplate old, Fields fields, Principal principal) {
        return new CssTemplate(
                old.id(),
                old.uuid(),
                old.version(),
                fields.has("template_name") ? fields.requiredText("template_name") : old.name(),
                fields.text("css", old.css()),
                old.stamp().by(principal.userId()));
    }
}
