package dev.karavel.metadata.log;

import dev.karavel.api.catalog.ActionHistory;
import dev.karavel.api.catalog.LogEntry;
import dev.karavel.api.catalog.LogQuery;
import dev.karavel.api.catalog.Page;
import dev.karavel.metadata.entity.KeptEntity;
import dev.karavel.metadata.entity.LogEntity;
import dev.karavel.metadata.list.Where;
import dev.karavel.metadata.store.Transactions;
import java.time.Instant;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

@Component
public final class StoredActionHistory implements ActionHistory {
    private static final int MOST_ACTIONS = 500;

    private final Transactions transactions;

    @Activate
    public StoredActionHistory(@Reference Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Page<LogEntry> find(LogQuery query) {
        Where where = new Where();
        query.userId().ifPresent(id -> where.and("e.userId = " + where.parameter(id)));
        query.dashboardId().ifPresent(id -> where.and("e.dashboardId = " + where.parameter(id)));
        query.chartId().ifPresent(id -> where.and("e.chartId = " + where.parameter(id)));
        query.from().ifPresent(from -> where.and("e.at >= " + where.parameter(KeptEntity.moment(from))));
        query.until().ifPresent(until -> where.and("e.at < " + where.parameter(KeptEntity.moment(until))));
        if (!query.action().isEmpty()) {
            where.and("locate(lower(" + where.parameter(query.action()) + "), lower(e.action)) > 0");
        }
        return transactions.read(entities -> {
            List<LogEntry> entries = where
                    .bind(entities.createQuery(
                            "select e from LogEntity e" + where + " order by e.at desc, e.id desc", LogEntity.class))
                    .setFirstResult(Math.multiplyExact(query.page(), query.pageSize()))
                    .setMaxResults(query.pageSize())
                    .getResultList()
                    .stream()
                    .map(LogEntity::read)
                    .toList();
            long count = where.bind(entities.createQuery("select count(e) from LogEntity e" + where, Long.class))
                    .getSingleResult();
            return new Page<>(entries, count);
        });
    }

    @Override
    public List<String> actions() {
        return transactions.read(entities -> List.copyOf(
                entities.createQuery("select distinct e.action from LogEntity e order by e.action", String.class)
                        .setMaxResults(MOST_ACTIONS)
                        .getResultList()));
    }

    @Override
    public List<Long> mostOften(String action, Instant since, int most) {
        return transactions.read(entities -> entities
                .createQuery(
                        "select e.dashboardId, count(e) as often from LogEntity e where e.action = ?1 and e.at >= ?2"
                                + " and e.dashboardId is not null group by e.dashboardId order by often desc",
                        Object[].class)
                .setParameter(1, action)
                .setParameter(2, KeptEntity.moment(since))
                .setMaxResults(most)
                .getResultList()
                .stream()
                .map(row -> (Long) row[0])
                .toList());
    }
}
