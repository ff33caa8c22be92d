package dev.karavel.metadata.entity;

import dev.karavel.api.catalog.Dataset;
import dev.karavel.api.catalog.DatasetSettings;
import jakarta.persistence.CascadeType;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Lob;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

@Entity
@Table(name = "tables")
public class DatasetEntity extends TrashableEntity<Dataset> {
    @Column(name = "database_id")
    private long databaseId;

    // The same column as a relation, for lists ordered by the database's name.
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "database_id", insertable = false, updatable = false)
    private DatabaseEntity database;

    // Empty where there is none: part of a unique key, in which nulls would all differ.
    @Column(name = "schema_name")
    private String schema;

    @Column(name = "table_name")
    private String tableName;

    @Lob
    @Column(name = "sql_text")
    private String sql;

    @Column(name = "main_dttm_col")
    private String mainTimeColumn;

    @Column(name = "description")
    private String description;

    @Column(name = "cache_timeout")
    private Integer cacheTimeout;

    @OneToMany(mappedBy = "dataset", fetch = FetchType.EAGER, cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderBy("ordinal")
    private List<ColumnEntity> columns = new ArrayList<>();

    @OneToMany(mappedBy = "dataset", fetch = FetchType.EAGER, cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderBy("ordinal")
    private List<MetricEntity> metrics = new ArrayList<>();

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "sqlatable_user", joinColumns = @JoinColumn(name = "table_id"))
    @Column(name = "user_id")
    private Set<Long> owners = new HashSet<>();

    @Lob
    @Column(name = "extra")
    private String extra;

    @Column(name = "hour_offset")
    private int hourOffset;

    @Lob
    @Column(name = "template_params")
    private String templateParams;

    @Lob
    @Column(name = "fetch_values_predicate")
    private String fetchValuesPredicate;

    @Column(name = "always_filter_main_dttm")
    private boolean alwaysFilterMainTime;

    @Column(name = "normalize_columns")
    private boolean normalizeColumns;

    @Column(name = "catalog_name")
    private String catalog;

    @Column(name = "filter_select_enabled")
    private boolean filterSelectEnabled;

    @Column(name = "time_zone")
    private String timeZone;

    @Override
    public Dataset read() {
        return new Dataset(
                id(),
                uuid(),
                version(),
                databaseId,
                Optional.of(schema).filter(text -> !text.isEmpty()),
                tableName,
                Optional.ofNullable(sql),
                Optional.ofNullable(mainTimeColumn),
                Fields.read(description),
                Optional.ofNullable(cacheTimeout),
                PartEntity.read(columns),
                PartEntity.read(metrics),
                owners,
                Fields.read(extra),
                settings(),
                stamp());
    }

    private DatasetSettings settings() {
        return new DatasetSettings(
                hourOffset,
                Fields.read(templateParams),
                Optional.ofNullable(fetchValuesPredicate),
                alwaysFilterMainTime,
                normalizeColumns,
                Optional.ofNullable(catalog),
                filterSelectEnabled,
                Optional.ofNullable(timeZone));
    }

    @Override
    public void write(Dataset from, RoleLookup roles) {
        databaseId = from.databaseId();
        schema = Fields.text("schema", from.schema().orElse(""), 250);
        tableName = Fields.name("table_name", from.tableName(), 250);
        sql = Fields.text("sql", from.sql());
        mainTimeColumn = Fields.text("main_dttm_col", from.mainTimeColumn(), 250);
        description = Fields.text("description", from.description(), 16_000);
        cacheTimeout = from.cacheTimeout().orElse(null);
        PartEntity.replace("columns", columns, from.columns(), () -> new ColumnEntity(this));
        PartEntity.replace("metrics", metrics, from.metrics(), () -> new MetricEntity(this));
        Fields.replace(owners, from.owners());
        extra = Fields.text("extra", from.extra());
        write(from.settings());
        stamp(from.stamp());
    }

    private void write(DatasetSettings settings) {
        hourOffset = settings.hourOffset();
        templateParams = Fields.text("template_params", settings.templateParams());
        fetchValuesPredicate = Fields.text("fetch_values_predicate", settings.fetchValuesPredicate());
        alwaysFilterMainTime = settings.alwaysFilterMainTime();
        normalizeColumns = settings.normalizeColumns();
        catalog = Fields.text("catalog", settings.catalog(), 250);
        filterSelectEnabled = settings.filterSelectEnabled();
        timeZone = Fields.text("time_zone", settings.timeZone(), 64);
    }
}
