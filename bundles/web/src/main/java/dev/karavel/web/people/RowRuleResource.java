package dev.karavel.web.people;

import com.fasterxml.jackson.databind.JsonNode;
import dev.karavel.api.catalog.Dataset;
import dev.karavel.api.catalog.Datasets;
import dev.karavel.api.catalog.ListQuery;
import dev.karavel.api.catalog.Page;
import dev.karavel.api.catalog.Role;
import dev.karavel.api.catalog.Roles;
import dev.karavel.api.catalog.RowRule;
import dev.karavel.api.catalog.RowRules;
import dev.karavel.api.catalog.Visibility;
import dev.karavel.api.error.KaravelException;
import dev.karavel.web.account.Journal;
import dev.karavel.web.gate.Visitor;
import dev.karavel.web.json.Fields;
import dev.karavel.web.list.Ids;
import dev.karavel.web.list.ListRequest;
import dev.karavel.web.list.Related;
import dev.karavel.web.rest.Needs;
import dev.karavel.web.rest.RestResource;
import dev.karavel.web.rest.Says;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Which rows of datasets people see. */
@Component(service = RowRuleResource.class)
@RestResource
@Path("rowlevelsecurity")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class RowRuleResource {
    private static final String VIEW = "RowLevelSecurity";
    private static final List<String> ORDER = List.of("name", "filter_type", "group_key", "changed_on_delta_humanized");

    private final RowRules rules;
    private final Roles roles;
    private final Datasets datasets;
    private final Journal journal;

    @Activate
    public RowRuleResource(
            @Reference RowRules rules,
            @Reference Roles roles,
            @Reference Datasets datasets,
            @Reference Journal journal) {
        this.rules = rules;
        this.roles = roles;
        this.datasets = datasets;
        this.journal = journal;
    }

    @GET
    @Needs(action = "can_read", view = VIEW)
    @Says("Row rules")
    public Map<String, Object> list(@QueryParam("q") String q) {
        ListRequest request = ListRequest.parse(q);
        Page<RowRule> page = rules.list(request.query(new Visibility.All()));
        return request.answer(
                "List Row Rules",
                ORDER,
                page,
                page.items().stream().map(this::row).toList());
    }

    @GET
    @Path("related/{column}")
    @Needs(action = "can_read", view = VIEW)
    @Says("Values for a column: roles, tables")
    public Map<String, Object> related(@PathParam("column") String column, @QueryParam("q") String q) {
        String part = Related.part(q);
        return switch (column) {
            case "roles" ->
                Related.answer(roles.list(ListQuery.everything()).items().stream()
                        .filter(role -> role.name().toLowerCase(Locale.ROOT).contains(part))
                        .map(role -> Related.row(role.id(), role.name()))
                        .toList());
            case "tables" ->
                Related.answer(datasets.list(ListQuery.everything()).items().stream()
                        .filter(dataset ->
                                dataset.tableName().toLowerCase(Locale.ROOT).contains(part))
                        .map(dataset -> Related.row(dataset.id(), dataset.tableName()))
                        .toList());
            default -> throw KaravelException.notFound("Column", column);
        };
    }

    @GET
    @Path("{id: \\d{1,18}}")
    @Needs(action = "can_read", view = VIEW)
    @Says("One row rule")
    public Map<String, Object> one(@PathParam("id") long id) {
        return Map.of("id", id, "result", row(rule(id)));
    }

    @POST
    @Needs(action = "can_write", view = VIEW)
    @Says(
            value = "Make a row rule",
            body = {"name*", "filter_type*", "tables*", "roles*", "clause*", "group_key", "description"})
    public Response create(JsonNode body, @Context SecurityContext context) {
        Fields fields = new Fields(body);
        fields.requiredText("name");
        fields.requiredText("clause");
        RowRule saved = rules.save(
                read(new RowRule(0, null, 0, "", RowRule.Kind.REGULAR, Set.of(), Set.of(), "", "", ""), fields));
        journal.noteThing(Visitor.principal(context), "row_rule_created", saved.id());
        return Response.status(Response.Status.CREATED)
                .entity(Map.of("id", saved.id(), "result", row(saved)))
                .build();
    }

    @PUT
    @Path("{id: \\d{1,18}}")
    @Needs(action = "can_write", view = VIEW)
    @Says(
            value = "Change a row rule",
            body = {"name", "filter_type", "tables", "roles", "clause", "group_key", "description"})
    public Map<String, Object> change(@PathParam("id") long id, JsonNode body, @Context SecurityContext context) {
        RowRule saved = rules.save(read(rule(id), new Fields(body)));
        journal.noteThing(Visitor.principal(context), "row_rule_changed", id);
        return Map.of("id", id, "result", row(saved));
    }

    @DELETE
    @Path("{id: \\d{1,18}}")
    @Needs(action = "can_write", view = VIEW)
    @Says("Delete a row rule: people see the rows it held back")
    public Map<String, Object> delete(@PathParam("id") long id, @Context SecurityContext context) {
        rules.delete(rule(id).id());
        journal.noteThing(Visitor.principal(context), "row_rule_deleted", id);
        return Map.of("message", "OK");
    }

    @DELETE
    @Needs(action = "can_write", view = VIEW)
    @Says("Delete several row rules: q=!(1,2)")
    public Map<String, Object> deleteSome(@QueryParam("q") String q, @Context SecurityContext context) {
        List<RowRule> doomed = Ids.parse(q).stream().map(this::rule).toList();
        doomed.forEach(rule -> delete(rule.id(), context));
        return Map.of("message", "Deleted " + doomed.size() + " row rule" + (doomed.size() == 1 ? "" : "s"));
    }

    private RowRule read(RowRule old, Fields fields) {
        String clause = fields.has("clause") ? fields.requiredText("clause") : old.clause();
        if (clause.contains(";") || clause.contains("--") || clause.contains("/*")) {
            throw KaravelException.invalid("clause", "A clause is one condition, without ; and comments");
        }
        return new RowRule(
                old.id(),
                old.uuid(),
                old.version(),
                fields.has("name") ? fields.requiredText("name") : old.name(),
                fields.has("filter_type") ? kind(fields.requiredText("filter_type")) : old.kind(),
                tables(fields, old),
                holders(fields, old),
                clause,
                fields.text("group_key", old.group()),
                fields.text("description", old.description()));
    }

    private Set<Long> tables(Fields fields, RowRule old) {
        Optional<List<Long>> wanted = fields.ids("tables");
        if (wanted.isEmpty() && old.id() != 0) {
            return old.datasets();
        }
        Set<Long> ids = new HashSet<>(wanted.orElse(List.of()));
        if (ids.isEmpty()) {
            throw KaravelException.invalid("tables", "A rule needs at least one dataset");
        }
        if (datasets.find(ids).size() != ids.size()) {
            throw KaravelException.invalid("tables", "One of these datasets does not exist");
        }
        return ids;
    }

    private Set<String> holders(Fields fields, RowRule old) {
        Optional<List<Long>> wanted = fields.ids("roles");
        if (wanted.isEmpty()) {
            return old.roles();
        }
        Set<String> names = roles.find(wanted.get()).stream().map(Role::name).collect(Collectors.toSet());
        if (names.size() != new HashSet<>(wanted.get()).size()) {
            throw KaravelException.invalid("roles", "Roles are invalid: one of them does not exist");
        }
        return names;
    }

    private static RowRule.Kind kind(String text) {
        return switch (text) {
            case "Regular" -> RowRule.Kind.REGULAR;
            case "Base" -> RowRule.Kind.BASE;
            default -> throw KaravelException.invalid("filter_type", "A rule is Regular or Base");
        };
    }

    private RowRule rule(long id) {
        return rules.find(id).orElseThrow(() -> KaravelException.notFound("Row rule", id));
    }

    private Map<String, Object> row(RowRule rule) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("id", rule.id());
        row.put("name", rule.name());
        row.put("filter_type", rule.kind() == RowRule.Kind.REGULAR ? "Regular" : "Base");
        row.put("clause", rule.clause());
        row.put("group_key", rule.group());
        row.put("description", rule.description());
        row.put(
                "tables",
                datasets.find(rule.datasets()).stream()
                        .map(RowRuleResource::named)
                        .toList());
        row.put(
                "roles",
                rule.roles().stream()
                        .sorted()
                        .flatMap(name -> roles.findByName(name).stream())
                        .map(role -> Map.of("id", role.id(), "name", role.name()))
                        .toList());
        return row;
    }

    private static Map<String, Object> named(Dataset dataset) {
        return Map.of(
                "id",
                dataset.id(),
                "table_name",
                dataset.tableName(),
                "schema",
                dataset.schema().orElse(""));
    }
}
