package dev.karavel.metadata.mark;

import dev.karavel.api.catalog.Favorites;
import dev.karavel.api.catalog.ThingKind;
import dev.karavel.metadata.entity.FavoriteEntity;
import dev.karavel.metadata.store.Transactions;
import jakarta.persistence.EntityManager;
import java.util.HashSet;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

@Component
public final class StoredFavorites implements Favorites {
    private final Transactions transactions;

    @Activate
    public StoredFavorites(@Reference Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Set<Long> of(long userId, ThingKind kind) {
        return transactions.read(entities -> new HashSet<>(entities.createQuery(
                        "select e.objectId from FavoriteEntity e where e.userId = :user and e.kind = :kind", Long.class)
                .setParameter("user", userId)
                .setParameter("kind", kind.word())
                .getResultList()));
    }

    @Override
    public void mark(long userId, ThingKind kind, long id) {
        transactions.write(entities -> {
            // in one transaction: who clicks twice leaves one mark
            remove(entities, userId, kind, id);
            entities.persist(new FavoriteEntity(userId, kind.word(), id, transactions.now()));
            return id;
        });
    }

    @Override
    public void unmark(long userId, ThingKind kind, long id) {
        transactions.write(entities -> remove(entities, userId, kind, id));
    }

    private static int remove(EntityManager entities, long userId, ThingKind kind, long id) {
        return entities.createQuery(
                        "delete from FavoriteEntity e where e.userId = :user and e.kind = :kind and e.objectId = :id")
                .setParameter("user", userId)
                .setParameter("kind", kind.word())
                .setParameter("id", id)
                .executeUpdate();
    }
}
