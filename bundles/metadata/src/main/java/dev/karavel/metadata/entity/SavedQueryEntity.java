package dev.karavel.metadata.entity;

import dev.karavel.api.sqllab.SavedQuery;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Lob;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.LocalDateTime;
import java.util.Optional;

@Entity
@Table(name = "saved_query")
public class SavedQueryEntity extends TrashableEntity<SavedQuery> {
    @Column(name = "user_id")
    private long userId;

    @Column(name = "database_id")
    private long databaseId;

    // The same column as a relation, for lists ordered by the database's name.
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "database_id", insertable = false, updatable = false)
    private DatabaseEntity database;

    @Column(name = "catalog_name")
    private String catalog;

    @Column(name = "schema_name")
    private String schema;

    @Column(name = "label")
    private String label;

    @Lob
    @Column(name = "description")
    private String description;

    @Lob
    @Column(name = "sql_text")
    private String sql;

    @Lob
    @Column(name = "template_parameters")
    private String templateParameters;

    @Lob
    @Column(name = "extra_json")
    private String extra;

    @Column(name = "last_run")
    private LocalDateTime lastRun;

    @Override
    public SavedQuery read() {
        return new SavedQuery(
                id(),
                uuid(),
                version(),
                userId,
                databaseId,
                Optional.ofNullable(catalog),
                Optional.ofNullable(schema),
                label,
                Fields.read(description),
                sql,
                Fields.read(templateParameters),
                Fields.read(extra),
                Optional.ofNullable(lastRun).map(Times::instant),
                stamp());
    }

    @Override
    public void write(SavedQuery from, RoleLookup roles) {
        userId = from.userId();
        databaseId = from.databaseId();
        catalog = Fields.text("catalog", from.catalog(), 256);
        schema = Fields.text("schema", from.schema(), 256);
        label = Fields.name("label", from.label(), 256);
        description = Fields.text("description", from.description());
        sql = Fields.text("sql", from.sql());
        templateParameters = Fields.text("template_parameters", from.templateParameters());
        extra = Fields.text("extra_json", from.extra());
        lastRun = from.lastRun().map(Times::stored).orElse(null);
        stamp(from.stamp());
    }
}
