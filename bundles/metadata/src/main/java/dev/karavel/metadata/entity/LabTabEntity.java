package dev.karavel.metadata.entity;

import dev.karavel.api.sqllab.LabTab;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Lob;
import jakarta.persistence.Table;
import java.util.Optional;

@Entity
@Table(name = "tab_state")
public class LabTabEntity extends StampedEntity<LabTab> {
    @Column(name = "user_id")
    private long userId;

    @Column(name = "label")
    private String label;

    @Column(name = "active")
    private boolean active;

    @Column(name = "database_id")
    private Long databaseId;

    @Column(name = "catalog_name")
    private String catalog;

    @Column(name = "schema_name")
    private String schema;

    @Lob
    @Column(name = "sql_text")
    private String sql;

    @Column(name = "query_limit")
    private Integer queryLimit;

    @Column(name = "latest_query")
    private String latestQuery;

    @Column(name = "saved_query_id")
    private Long savedQuery;

    @Column(name = "autorun")
    private boolean autorun;

    @Column(name = "hide_left_bar")
    private boolean hideLeftBar;

    @Lob
    @Column(name = "template_params")
    private String templateParams;

    @Lob
    @Column(name = "extra_json")
    private String extra;

    @Override
    public LabTab read() {
        return new LabTab(
                id(),
                uuid(),
                version(),
                userId,
                label,
                active,
                Optional.ofNullable(databaseId),
                Optional.ofNullable(catalog),
                Optional.ofNullable(schema),
                Fields.read(sql),
                Optional.ofNullable(queryLimit),
                Optional.ofNullable(latestQuery),
                Optional.ofNullable(savedQuery),
                autorun,
                hideLeftBar,
                Fields.read(templateParams),
                Fields.read(extra),
                stamp());
    }

    @Override
    public void write(LabTab from, RoleLookup roles) {
        userId = from.userId();
        label = Fields.name("label", from.label(), 256);
        active = from.active();
        databaseId = from.databaseId().orElse(null);
        catalog = Fields.text("catalog", from.catalog(), 256);
        schema = Fields.text("schema", from.schema(), 256);
        sql = Fields.text("sql", from.sql());
        queryLimit = from.queryLimit().orElse(null);
        latestQuery = Fields.text("latest_query_id", from.latestQuery(), 64);
        savedQuery = from.savedQuery().orElse(null);
        autorun = from.autorun();
        hideLeftBar = from.hideLeftBar();
        templateParams = Fields.text("template_params", from.templateParams());
        extra = Fields.text("extra_json", from.extra());
        stamp(from.stamp());
    }
}
