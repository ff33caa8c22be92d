package dev.karavel.metadata.repository;

import dev.karavel.api.catalog.Visibility;
import dev.karavel.api.event.Topics;
import dev.karavel.api.sqllab.LabQueries;
import dev.karavel.api.sqllab.LabQuery;
import dev.karavel.metadata.entity.LabNodeEntity;
import dev.karavel.metadata.entity.LabQueryEntity;
import dev.karavel.metadata.list.ListColumns;
import dev.karavel.metadata.list.Where;
import dev.karavel.metadata.store.Transactions;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.event.EventAdmin;

@Component
public final class StoredLabQueries extends StoredRepository<LabQueryEntity, LabQuery> implements LabQueries {
    private static final String OPEN = "(e.state = 'pending' or e.state = 'running')";
    private static final Kind<LabQueryEntity> KIND = new Kind<>(
            LabQueryEntity.class,
            "Query",
            "sqllab_query",
            Topics.LAB_QUERY_CHANGED,
            " left join e.asker asker left join e.database db",
            new ListColumns("queries", "start_time", true)
                    .text("client_id", "e.clientId")
                    .text("status", "e.state")
                    .text("sql", "e.sql")
                    .text("tab_name", "e.tab")
                    .text("sql_editor_id", "e.editorId")
                    .text("schema", "e.schema")
                    .one("user", "e.userId")
                    .one("user_id", "e.userId")
                    .one("database", "e.databaseId")
                    .one("database_id", "e.databaseId")
                    .number("rows", "e.rows")
                    .time("start_time", "e.submitted")
                    .time("end_time", "e.ended")
                    .time("changed_on", "e.changedOn")
                    .order("tmp_table_name", "lower(e.targetName)")
                    .order("database.database_name", "lower(db.name)")
                    .order("user.first_name", "lower(asker.firstName)"));

    @Activate
    public StoredLabQueries(@Reference Transactions transactions, @Reference EventAdmin events) {
        super(KIND, transactions, events);
    }

    @Override
    LabQueryEntity fresh() {
        return new LabQueryEntity();
    }

    @Override
    void limit(Visibility.Limited visibility, Where where) {
        where.and("e.userId = " + where.parameter(visibility.userId()));
    }

    @Override
    public Optional<LabQuery> findByClientId(String clientId) {
        return findFirst("e.clientId = ?1", clientId);
    }

    @Override
    public Optional<LabQuery> findByResultsKey(String key) {
        return findFirst("e.resultsKey = ?1", key);
    }

    @Override
    public List<LabQuery> changedSince(long userId, Instant moment, int most) {
        return transactions().read(entities -> entities
                .createQuery(
                        "select e from LabQueryEntity e where e.userId = ?1 and e.changedOn >= ?2"
                                + " order by e.changedOn desc, e.id desc",
                        LabQueryEntity.class)
                .setParameter(1, userId)
                .setParameter(2, LabNodeEntity.moment(moment))
                .setMaxResults(most)
                .getResultList()
                .stream()
                .map(LabQueryEntity::read)
                .toList());
    }

    @Override
    public List<LabQuery> open() {
        return findAll(OPEN);
    }

    @Override
    public Optional<LabQuery> advance(long id, UnaryOperator<LabQuery.Course> step) {
        Optional<LabQuery> moved = transactions().write(entities -> step(entities, id, step));
        moved.ifPresent(query -> announce(query.id(), false));
        return moved;
    }

    private Optional<LabQuery> step(EntityManager entities, long id, UnaryOperator<LabQuery.Course> step) {
        // locked, so that a stop and an end that meet come one after the other
        LabQueryEntity entity = entities.find(LabQueryEntity.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (entity == null || !entity.course().state().isOpen()) {
            return Optional.empty();
        }
        entity.write(step.apply(entity.course()));
        entity.touch(null, transactions().now());
        entities.flush();
        return Optional.of(entity.read());
    }

    @Override
    public int forgetBefore(Instant moment) {
        return transactions().write(entities -> entities.createQuery(
                        "delete from LabQueryEntity e where e.changedOn < ?1 and not " + OPEN)
                .setParameter(1, LabNodeEntity.moment(moment))
                .executeUpdate());
    }
}
