package dev.karavel.metadata.entity;

import dev.karavel.api.sqllab.LabTable;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Lob;
import jakarta.persistence.Table;
import java.util.Optional;

@Entity
@Table(name = "table_schema")
public class LabTableEntity extends StoredEntity<LabTable> {
    @Column(name = "tab_state_id")
    private long tabId;

    @Column(name = "database_id")
    private long databaseId;

    @Column(name = "catalog_name")
    private String catalog;

    @Column(name = "schema_name")
    private String schema;

    @Column(name = "table_name")
    private String table;

    @Lob
    @Column(name = "description")
    private String description;

    @Column(name = "expanded")
    private boolean expanded;

    @Override
    public LabTable read() {
        return new LabTable(
                id(),
                uuid(),
                version(),
                tabId,
                databaseId,
                Optional.ofNullable(catalog),
                Optional.ofNullable(schema),
                table,
                Fields.read(description),
                expanded);
    }

    @Override
    public void write(LabTable from, RoleLookup roles) {
        tabId = from.tabId();
        databaseId = from.databaseId();
        catalog = Fields.text("catalog", from.catalog(), 256);
        schema = Fields.text("schema", from.schema(), 256);
        table = Fields.name("name", from.table(), 256);
        description = Fields.text("description", from.description());
        expanded = from.expanded();
    }
}
