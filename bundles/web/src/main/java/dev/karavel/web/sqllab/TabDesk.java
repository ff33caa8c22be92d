package dev.karavel.web.sqllab;

import com.fasterxml.jackson.databind.JsonNode;
import dev.karavel.api.catalog.Stamp;
import dev.karavel.api.error.ErrorCode;
import dev.karavel.api.error.KaravelException;
import dev.karavel.api.security.Principal;
import dev.karavel.api.sqllab.LabQueries;
import dev.karavel.api.sqllab.LabQuery;
import dev.karavel.api.sqllab.LabTab;
import dev.karavel.api.sqllab.LabTable;
import dev.karavel.api.sqllab.LabTables;
import dev.karavel.api.sqllab.LabTabs;
import dev.karavel.api.sqllab.SqlLab;
import dev.karavel.web.json.Fields;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What people do with their tabs; those of others are as good as missing. */
@Component(service = TabDesk.class)
public final class TabDesk {
    private static final int TRIES = 5;

    private final LabTabs tabs;
    private final LabTables tables;
    private final LabQueries queries;
    private final LabFinder finder;
    private final SqlLab lab;

    @Activate
    public TabDesk(
            @Reference LabTabs tabs,
            @Reference LabTables tables,
            @Reference LabQueries queries,
            @Reference LabFinder finder,
            @Reference SqlLab lab) {
        this.tabs = tabs;
        this.tables = tables;
        this.queries = queries;
        this.finder = finder;
        this.lab = lab;
    }

    LabTab find(long id, Principal principal) {
        return tabs.find(id)
                .filter(tab -> tab.userId() == principal.userId())
                .orElseThrow(() -> KaravelException.notFound("Tab", id));
    }

    LabTab open(Fields editor, Principal principal) {
        LabTab fresh = new LabTab(
                0,
                UUID.randomUUID(),
                0,
                principal.userId(),
                "Untitled query",
                false,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                false,
                "",
                "{}",
                Stamp.none().by(principal.userId()));
        LabTab tab = tabs.save(TabFields.created(fresh, editor));
        tabs.activate(principal.userId(), tab.id());
        return tab;
    }

    /** The last one wins: a tab is one person's, and two of his windows shall not quarrel. */
    void change(long id, Fields fields, Principal principal) {
        for (int left = TRIES; ; left--) {
            try {
                tabs.save(TabFields.changed(find(id, principal), fields));
                return;
            } catch (KaravelException e) {
                if (e.code() != ErrorCode.CONFLICT || left == 1) {
                    throw e;
                }
            }
        }
    }

    void close(long id, Principal principal) {
        tabs.delete(find(id, principal).id());
    }

    void activate(long id, Principal principal) {
        tabs.activate(principal.userId(), find(id, principal).id());
    }

    void migrate(long id, String clientId, Principal principal) {
        find(id, principal);
        LabQuery query = finder.byClientId(clientId, principal);
        queries.save(query.inTab(String.valueOf(id)));
    }

    void detach(long id, String clientId, Principal principal) {
        find(id, principal);
        LabQuery query = finder.byClientId(clientId, principal);
        if (query.question().editorId().equals(String.valueOf(id))) {
            queries.save(query.inTab(""));
        }
    }

    LabTable look(Fields fields, Principal principal) {
        JsonNode sent = fields.node("table");
        Fields table = new Fields(sent);
        LabTab tab = find(TabFields.number(table, "queryEditorId"), principal);
        Optional<String> schema = table.filledText("schema", Optional.empty());
        long database =
                lab.database(TabFields.number(table, "dbId"), schema, principal).id();
        String name = table.requiredText("name");
        tables.ofTab(tab.id()).stream()
                .filter(other -> other.databaseId() == database
                        && other.table().equals(name)
                        && other.schema().equals(schema))
                .forEach(other -> tables.delete(other.id()));
        return tables.save(new LabTable(
                0,
                UUID.randomUUID(),
                0,
                tab.id(),
                database,
                table.filledText("catalog", Optional.empty()),
                schema,
                name,
                sent.toString(),
                true));
    }

    void leave(long id, Principal principal) {
        tables.delete(mine(id, principal).id());
    }

    void expand(long id, boolean expanded, Principal principal) {
        LabTable old = mine(id, principal);
        tables.save(new LabTable(
                old.id(),
                old.uuid(),
                old.version(),
                old.tabId(),
                old.databaseId(),
                old.catalog(),
                old.schema(),
                old.table(),
                old.description(),
                expanded));
    }

    private LabTable mine(long id, Principal principal) {
        LabTable table = tables.find(id).orElseThrow(() -> KaravelException.notFound("Table", id));
        find(table.tabId(), principal);
        return table;
    }
}
