package dev.karavel.metadata.repository;

import dev.karavel.api.sqllab.LabNodes;
import dev.karavel.metadata.entity.LabNodeEntity;
import dev.karavel.metadata.store.Transactions;
import java.time.Instant;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

@Component
public final class StoredLabNodes implements LabNodes {
    private final Transactions transactions;

    @Activate
    public StoredLabNodes(@Reference Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public void alive(String node, Instant until) {
        transactions.append(entities -> {
            LabNodeEntity entity = entities.find(LabNodeEntity.class, node);
            if (entity == null) {
                entity = new LabNodeEntity(node);
                entity.alive(until);
                entities.persist(entity);
            } else {
                entity.alive(until);
            }
            return node;
        });
    }

    @Override
    public Set<String> living(Instant now) {
        return transactions.read(entities ->
                Set.copyOf(entities.createQuery("select n.node from LabNodeEntity n where n.until >= ?1", String.class)
                        .setParameter(1, LabNodeEntity.moment(now))
                        .getResultList()));
    }

    @Override
    public void gone(String node) {
        transactions.append(entities -> entities.createQuery("delete from LabNodeEntity n where n.node = ?1")
                .setParameter(1, node)
                .executeUpdate());
    }

    @Override
    public boolean alone() {
        return transactions.exclusive();
    }
}
