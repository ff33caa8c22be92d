package dev.karavel.web.sqllab;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.karavel.api.sqllab.LabQueries;
import dev.karavel.api.sqllab.LabTab;
import dev.karavel.api.sqllab.LabTable;
import dev.karavel.api.sqllab.LabTables;
import dev.karavel.api.sqllab.SavedQueries;
import dev.karavel.web.json.Json;
import java.util.LinkedHashMap;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Tabs as Superset shows them. */
@Component(service = TabRows.class)
public final class TabRows {
    private final LabQueries queries;
    private final LabTables tables;
    private final SavedQueries saved;
    private final LabQueryRows rows;

    @Activate
    public TabRows(
            @Reference LabQueries queries,
            @Reference LabTables tables,
            @Reference SavedQueries saved,
            @Reference LabQueryRows rows) {
        this.queries = queries;
        this.tables = tables;
        this.saved = saved;
        this.rows = rows;
    }

    Map<String, Object> row(LabTab tab) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("id", tab.id());
        row.put("user_id", tab.userId());
        row.put("label", tab.label());
        row.put("active", tab.active());
        row.put("database_id", tab.databaseId().orElse(null));
        row.put("catalog", tab.catalog().orElse(null));
        row.put("schema", tab.schema().orElse(null));
        row.put("sql", tab.sql());
        row.put("query_limit", tab.queryLimit().orElse(null));
        row.put("autorun", tab.autorun());
        row.put("template_params", tab.templateParams().isEmpty() ? null : tab.templateParams());
        row.put("hide_left_bar", tab.hideLeftBar());
        row.put("extra_json", tab.extra().isEmpty() ? "{}" : tab.extra());
        row.put(
                "latest_query",
                tab.latestQuery()
                        .flatMap(queries::findByClientId)
                        .filter(query -> query.question().userId() == tab.userId())
                        .map(rows::editor)
                        .orElse(null));
        row.put(
                "saved_query",
                tab.savedQuery()
                        .flatMap(saved::find)
                        .map(query -> Map.of("id", query.id(), "label", query.label()))
                        .orElse(null));
        row.put(
                "table_schemas",
                tables.ofTab(tab.id()).stream().map(TabRows::table).toList());
        return row;
    }

    private static Map<String, Object> table(LabTable table) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("id", table.id());
        row.put("tab_state_id", table.tabId());
        row.put("database_id", table.databaseId());
        row.put("catalog", table.catalog().orElse(null));
        row.put("schema", table.schema().orElse(null));
        row.put("table", table.table());
        row.put("expanded", table.expanded());
        try {
            row.put("description", Json.read(table.description().isEmpty() ? "{}" : table.description()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Written by this server", e);
        }
        return row;
    }
}
