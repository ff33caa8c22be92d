package dev.karavel.metadata.cluster;

import dev.karavel.api.cluster.Nodes;
import dev.karavel.metadata.entity.ClusterNodeEntity;
import dev.karavel.metadata.store.Transactions;
import jakarta.persistence.EntityManager;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

@Component
public final class StoredNodes implements Nodes {
    /** Nobody asks for those who were not seen for so long. */
    private static final Duration FORGOTTEN = Duration.ofDays(1);

    private final Transactions transactions;

    @Activate
    public StoredNodes(@Reference Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public void alive(Node node) {
        transactions.append(entities -> {
            ClusterNodeEntity entity = entities.find(ClusterNodeEntity.class, node.id());
            if (entity == null) {
                entity = new ClusterNodeEntity(node.id());
                entity.write(node);
                entities.persist(entity);
                entities.flush();
            } else {
                entity.write(node);
            }
            Instant now = now(entities).orElseThrow();
            entity.seen(now);
            entities.createQuery("delete from ClusterNodeEntity n where n.seen < ?1")
                    .setParameter(1, ClusterNodeEntity.moment(now.minus(FORGOTTEN)))
                    .executeUpdate();
            return node;
        });
    }

    @Override
    public List<Node> living(String cluster, Duration within) {
        return transactions.read(entities -> now(entities)
                .map(now -> entities
                        .createQuery(
                                "select n from ClusterNodeEntity n where n.cluster = ?1 and n.seen >= ?2"
                                        + " order by n.started, n.node",
                                ClusterNodeEntity.class)
                        .setParameter(1, cluster)
                        .setParameter(2, ClusterNodeEntity.moment(now.minus(within)))
                        .getResultList()
                        .stream()
                        .map(ClusterNodeEntity::read)
                        .toList())
                .orElse(List.of()));
    }

    @Override
    public void gone(String id) {
        transactions.append(entities -> entities.createQuery("delete from ClusterNodeEntity n where n.node = ?1")
                .setParameter(1, id)
                .executeUpdate());
    }

    /** By the database's clock; empty where there is no node. */
    private static Optional<Instant> now(EntityManager entities) {
        return entities
                .createQuery("select n.node, current_timestamp from ClusterNodeEntity n", Object[].class)
                .setMaxResults(1)
                .getResultList()
                .stream()
                .findFirst()
                .map(row -> ((Timestamp) row[1]).toInstant());
    }
}
