package dev.karavel.metadata.entity;

import dev.karavel.api.catalog.DatasetMetric;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Lob;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;

@Entity
@Table(name = "sql_metrics")
public class MetricEntity extends PartEntity<DatasetMetric> {
    @ManyToOne
    @JoinColumn(name = "table_id")
    private DatasetEntity dataset;

    @Column(name = "metric_name")
    private String name;

    @Column(name = "verbose_name")
    private String verboseName;

    @Lob
    @Column(name = "expression")
    private String expression;

    @Column(name = "d3format")
    private String format;

    @Column(name = "currency")
    private String currency;

    @Column(name = "description")
    private String description;

    @Column(name = "warning_text")
    private String warning;

    @Lob
    @Column(name = "extra")
    private String extra;

    protected MetricEntity() {}

    MetricEntity(DatasetEntity dataset) {
        this.dataset = dataset;
    }

    @Override
    protected Identity identity(DatasetMetric from) {
        return new Identity(from.id(), from.uuid(), from.name());
    }

    @Override
    protected String name() {
        return name;
    }

    @Override
    protected DatasetMetric read() {
        return new DatasetMetric(
                id(),
                uuid(),
                name,
                Fields.read(verboseName),
                expression,
                Fields.read(format),
                Fields.read(currency),
                Fields.read(description),
                Fields.read(warning),
                Fields.read(extra));
    }

    @Override
    protected void write(DatasetMetric from) {
        name = Fields.name("metrics", from.name(), 255);
        verboseName = Fields.text("metrics", from.verboseName(), 1024);
        expression = Fields.name("metrics", from.expression(), 1_000_000);
        format = Fields.text("metrics", from.format(), 128);
        currency = Fields.text("metrics", from.currency(), 128);
        description = Fields.text("metrics", from.description(), 16_000);
        warning = Fields.text("metrics", from.warning(), 16_000);
        extra = Fields.text("metrics", from.extra());
    }
}
