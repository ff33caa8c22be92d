package dev.karavel.metadata.entity;

import dev.karavel.api.sqllab.LabQuery;
import dev.karavel.api.sqllab.LabQuery.Course;
import dev.karavel.api.sqllab.LabQuery.Limiting;
import dev.karavel.api.sqllab.LabQuery.Making;
import dev.karavel.api.sqllab.LabQuery.Question;
import dev.karavel.api.sqllab.LabQuery.State;
import dev.karavel.api.sqllab.LabQuery.Target;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Lob;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.LocalDateTime;
import java.util.Locale;
import java.util.Optional;

@Entity
@Table(name = "sqllab_query")
public class LabQueryEntity extends StoredEntity<LabQuery> {
    @Column(name = "client_id")
    private String clientId;

    @Column(name = "user_id")
    private long userId;

    // The same columns as relations: lists are ordered by names.
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "user_id", insertable = false, updatable = false)
    private UserEntity asker;

    @Column(name = "database_id")
    private long databaseId;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "database_id", insertable = false, updatable = false)
    private DatabaseEntity database;

    @Column(name = "catalog_name")
    private String catalog;

    @Column(name = "schema_name")
    private String schema;

    @Lob
    @Column(name = "sql_text")
    private String sql;

    @Lob
    @Column(name = "executed_sql")
    private String executedSql;

    @Lob
    @Column(name = "template_params")
    private String templateParams;

    @Column(name = "tab_name")
    private String tab;

    @Column(name = "sql_editor_id")
    private String editorId;

    @Column(name = "row_limit")
    private int limit;

    @Column(name = "target")
    private String target;

    @Column(name = "target_schema")
    private String targetSchema;

    @Column(name = "target_name")
    private String targetName;

    @Column(name = "state")
    private String state;

    @Column(name = "progress")
    private int progress;

    @Column(name = "limiting")
    private String limiting;

    @Column(name = "row_total")
    private Long rows;

    @Column(name = "results_key")
    private String resultsKey;

    @Lob
    @Column(name = "error_message")
    private String error;

    @Lob
    @Column(name = "extra_json")
    private String extra;

    @Column(name = "node_id")
    private String node;

    @Column(name = "submitted_on")
    private LocalDateTime submitted;

    @Column(name = "started_on")
    private LocalDateTime started;

    @Column(name = "ended_on")
    private LocalDateTime ended;

    @Override
    public LabQuery read() {
        return new LabQuery(id(), uuid(), version(), clientId, question(), course(), Times.instant(changedOn()));
    }

    private Question question() {
        return new Question(
                userId,
                databaseId,
                Optional.ofNullable(catalog),
                Optional.ofNullable(schema),
                sql,
                Fields.read(templateParams),
                Fields.read(tab),
                Fields.read(editorId),
                limit,
                Optional.ofNullable(target)
                        .map(word -> new Making(Target.valueOf(word), Optional.ofNullable(targetSchema), targetName)));
    }

    public Course course() {
        return new Course(
                State.valueOf(state.toUpperCase(Locale.ROOT)),
                progress,
                Optional.ofNullable(executedSql),
                Limiting.valueOf(limiting),
                Optional.ofNullable(rows),
                Optional.ofNullable(resultsKey),
                Optional.ofNullable(error),
                Fields.read(extra),
                node,
                Times.instant(submitted),
                Optional.ofNullable(started).map(Times::instant),
                Optional.ofNullable(ended).map(Times::instant));
    }

    @Override
    public void write(LabQuery from, RoleLookup roles) {
        Question question = from.question();
        clientId = Fields.name("client_id", from.clientId(), 64);
        userId = question.userId();
        databaseId = question.databaseId();
        catalog = Fields.text("catalog", question.catalog(), 256);
        schema = Fields.text("schema", question.schema(), 256);
        sql = Fields.text("sql", question.sql());
        templateParams = Fields.text("templateParams", question.templateParams());
        tab = Fields.text("tab", question.tab(), 256);
        editorId = Fields.text("sql_editor_id", question.editorId(), 256);
        limit = question.limit();
        target = question.makes().map(making -> making.target().name()).orElse(null);
        targetSchema = Fields.text("schema", question.makes().flatMap(Making::schema), 256);
        targetName = Fields.text("tmp_table_name", question.makes().map(Making::name), 256);
        write(from.course());
    }

    public void write(Course course) {
        state = course.state().name().toLowerCase(Locale.ROOT);
        progress = course.progress();
        executedSql = Fields.text("sql", course.executedSql());
        limiting = course.limiting().name();
        rows = course.rows().orElse(null);
        resultsKey = course.resultsKey().orElse(null);
        error = course.error().map(text -> text.replace("\0", "")).orElse(null);
        extra = Fields.text("extra", course.extra());
        node = course.node();
        submitted = Times.stored(course.submitted());
        started = course.started().map(Times::stored).orElse(null);
        ended = course.ended().map(Times::stored).orElse(null);
    }
}
