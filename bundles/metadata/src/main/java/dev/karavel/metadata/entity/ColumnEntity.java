package dev.karavel.metadata.entity;

import dev.karavel.api.catalog.DatasetColumn;
import dev.karavel.spi.data.ColumnType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Lob;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.util.Optional;

@Entity
@Table(name = "table_columns")
public class ColumnEntity extends PartEntity<DatasetColumn> {
    @ManyToOne
    @JoinColumn(name = "table_id")
    private DatasetEntity dataset;

    @Column(name = "column_name")
    private String name;

    @Column(name = "verbose_name")
    private String verboseName;

    @Column(name = "source_type")
    private String sourceType;

    @Enumerated(EnumType.STRING)
    @Column(name = "type_generic")
    private ColumnType type;

    @Column(name = "is_dttm")
    private boolean temporal;

    @Column(name = "groupby")
    private boolean groupable;

    @Column(name = "filterable")
    private boolean filterable;

    @Lob
    @Column(name = "expression")
    private String expression;

    @Column(name = "description")
    private String description;

    @Column(name = "python_date_format")
    private String dateFormat;

    @Lob
    @Column(name = "extra")
    private String extra;

    protected ColumnEntity() {}

    ColumnEntity(DatasetEntity dataset) {
        this.dataset = dataset;
    }

    @Override
    protected Identity identity(DatasetColumn from) {
        return new Identity(from.id(), from.uuid(), from.name());
    }

    @Override
    protected String name() {
        return name;
    }

    @Override
    protected DatasetColumn read() {
        return new DatasetColumn(
                id(),
                uuid(),
                name,
                Fields.read(verboseName),
                Fields.read(sourceType),
                type,
                temporal,
                groupable,
                filterable,
                Optional.ofNullable(expression),
                Fields.read(description),
                Fields.read(dateFormat),
                Fields.read(extra));
    }

    @Override
    protected void write(DatasetColumn from) {
        name = Fields.name("columns", from.name(), 255);
        verboseName = Fields.text("columns", from.verboseName(), 1024);
        sourceType = Fields.text("columns", from.sourceType(), 1024);
        type = from.type();
        temporal = from.temporal();
        groupable = from.groupable();
        filterable = from.filterable();
        expression = Fields.text("columns", from.expression());
        description = Fields.text("columns", from.description(), 16_000);
        dateFormat = Fields.text("columns", from.dateFormat(), 255);
        extra = Fields.text("columns", from.extra());
    }
}
