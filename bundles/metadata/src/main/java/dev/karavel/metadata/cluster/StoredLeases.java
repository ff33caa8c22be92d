package dev.karavel.metadata.cluster;

import dev.karavel.api.cluster.Leases;
import dev.karavel.api.error.KaravelException;
import dev.karavel.metadata.entity.LeaseEntity;
import dev.karavel.metadata.store.Transactions;
import jakarta.persistence.EntityManager;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What depends on what stands there is changed in SQL: OpenJPA may decide it in its own memory, where two nodes both win. */
@Component
public final class StoredLeases implements Leases {
    private final Transactions transactions;

    @Activate
    public StoredLeases(@Reference Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Lease look(String name) {
        return transactions
                .read(entities -> found(entities, name))
                .or(() -> {
                    make(name);
                    return transactions.read(entities -> found(entities, name));
                })
                .orElseThrow(() -> new IllegalStateException("A lease that was made is gone: " + name));
    }

    @Override
    public Optional<Lease> take(Lease seen, String holder) {
        return transactions.append(entities -> {
            int taken = entities.createNativeQuery(
                            "update cluster_lease set holder = ?1, takes = ?2 where lease_name = ?3 and takes = ?4")
                    .setParameter(1, holder)
                    .setParameter(2, seen.count() + 1)
                    .setParameter(3, seen.name())
                    .setParameter(4, seen.count())
                    .executeUpdate();
            return taken == 0 ? Optional.empty() : found(entities, seen.name());
        });
    }

    @Override
    public boolean mark(String name, String holder, Instant until) {
        return transactions.append(entities -> {
            entities.createNativeQuery("update cluster_lease set marked_on = ?1"
                            + " where lease_name = ?2 and holder = ?3 and (marked_on is null or marked_on < ?4)")
                    .setParameter(1, LeaseEntity.moment(until))
                    .setParameter(2, name)
                    .setParameter(3, holder)
                    .setParameter(4, LeaseEntity.moment(until))
                    .executeUpdate();
            return found(entities, name)
                    .filter(lease -> lease.holder().equals(holder))
                    .isPresent();
        });
    }

    @Override
    public void leave(String name, String holder) {
        transactions.append(entities -> entities.createNativeQuery(
                        "update cluster_lease set holder = '', takes = takes + 1 where lease_name = ?1 and holder = ?2")
                .setParameter(1, name)
                .setParameter(2, holder)
                .executeUpdate());
    }

    private void make(String name) {
        try {
            transactions.append(entities -> {
                entities.persist(new LeaseEntity(name));
                return name;
            });
        } catch (KaravelException e) {
            // Another node made it at the same time; if that is not the reason, the next look tells.
        }
    }

    private static Optional<Lease> found(EntityManager entities, String name) {
        return entities
                .createQuery("select l, current_timestamp from LeaseEntity l where l.name = ?1", Object[].class)
                .setParameter(1, name)
                .getResultList()
                .stream()
                .findFirst()
                .map(row -> lease(name, (LeaseEntity) row[0], ((Timestamp) row[1]).toInstant()));
    }

    private static Lease lease(String name, LeaseEntity entity, Instant now) {
        return new Lease(name, entity.holder(), entity.takes(), entity.mark(), now);
    }
}
