package dev.karavel.metadata.report;

import dev.karavel.api.error.ErrorCode;
import dev.karavel.api.error.KaravelException;
import dev.karavel.api.report.Deliveries;
import dev.karavel.metadata.entity.DeliveryEntity;
import dev.karavel.metadata.entity.ReportLogEntity;
import dev.karavel.metadata.store.Transactions;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

@Component
public final class StoredDeliveries implements Deliveries {
    private final Transactions transactions;

    @Activate
    public StoredDeliveries(@Reference Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public boolean begin(Delivery delivery, Instant now) {
        try {
            return transactions.append(entities -> {
                Optional<DeliveryEntity> known = find(entities, delivery);
                if (known.isEmpty()) {
                    entities.persist(new DeliveryEntity(delivery, now));
                }
                return known.flatMap(DeliveryEntity::sent).isEmpty();
            });
        } catch (KaravelException e) {
            if (e.code() != ErrorCode.CONFLICT) {
                throw e;
            }
            // another node began it in this very moment: the message's id makes one of the two
            return true;
        }
    }

    @Override
    public void sent(Delivery delivery, Instant now) {
        transactions.append(entities -> {
            find(entities, delivery)
                    .orElseThrow(() -> new IllegalStateException("Sent without having begun"))
                    .send(now);
            return null;
        });
    }

    @Override
    public Optional<Instant> last(long scheduleId, Purpose purpose) {
        return transactions.read(entities -> entities
                .createQuery(
                        "select e from DeliveryEntity e where e.scheduleId = ?1 and e.purpose = ?2 and e.sent is not null"
                                + " order by e.sent desc",
                        DeliveryEntity.class)
                .setParameter(1, scheduleId)
                .setParameter(2, purpose.name())
                .setMaxResults(1)
                .getResultList()
                .stream()
                .map(DeliveryEntity::sent)
                .flatMap(Optional::stream)
                .findFirst());
    }

    @Override
    public int forgetBefore(long scheduleId, Instant moment) {
        return transactions.append(entities -> entities.createQuery(
                        "delete from DeliveryEntity e where e.scheduleId = ?1 and e.begun < ?2")
                .setParameter(1, scheduleId)
                .setParameter(2, ReportLogEntity.moment(moment))
                .executeUpdate());
    }

    private static Optional<DeliveryEntity> find(EntityManager entities, Delivery delivery) {
        return entities
                .createQuery(
                        "select e from DeliveryEntity e where e.run = ?1 and e.purpose = ?2 and e.recipient = ?3",
                        DeliveryEntity.class)
                .setParameter(1, delivery.run().toString())
                .setParameter(2, delivery.purpose().name())
                .setParameter(3, delivery.recipient())
                .getResultList()
                .stream()
                .findFirst();
    }
}
