package dev.karavel.metadata.repository;

import dev.karavel.api.catalog.User;
import dev.karavel.api.catalog.Users;
import dev.karavel.api.catalog.Visibility;
import dev.karavel.api.error.KaravelException;
import dev.karavel.api.event.Topics;
import dev.karavel.metadata.entity.UserEntity;
import dev.karavel.metadata.list.ListColumns;
import dev.karavel.metadata.list.Where;
import dev.karavel.metadata.store.Transactions;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.event.EventAdmin;

@Component
public final class StoredUsers extends StoredRepository<UserEntity, User> implements Users {
    private static final Kind<UserEntity> KIND = new Kind<>(
            UserEntity.class,
            "User",
            "ab_user",
            Topics.USER_CHANGED,
            " left join e.creator creator left join e.changer changer",
            new ListColumns("users", "username", false)
                    .text("username", "e.username")
                    .text("first_name", "e.firstName")
                    .text("last_name", "e.lastName")
                    .text("email", "e.email")
                    .flag("active", "e.active")
                    .many("roles", "UserEntity", "roles", ".id")
                    .search("username", "user_all_text", "e.username", "e.firstName", "e.lastName", "e.email")
                    .stamped());

    @Activate
    public StoredUsers(@Reference Transactions transactions, @Reference EventAdmin events) {
        super(KIND, transactions, events);
    }

    @Override
    UserEntity fresh() {
        return new UserEntity();
    }

    @Override
    void leave(EntityManager entities, long id) {
        for (String owned : List.of(
                "tables set version = version + 1 where id in (select table_id from sqlatable_user",
                "slices set version = version + 1 where id in (select slice_id from slice_user")) {
            entities.createNativeQuery("update " + owned + " where user_id = ?1)")
                    .setParameter(1, id)
                    .executeUpdate();
        }
    }

    @Override
    void limit(Visibility.Limited visibility, Where where) {
        where.and("e.id = " + where.parameter(visibility.userId()));
    }

    @Override
    public Optional<User> findByName(String username) {
        return findFirst("e.usernameKey = ?1", UserEntity.key(username));
    }

    @Override
    public Optional<String> passwordHash(long userId) {
        List<String> hashes = transactions().read(entities -> entities
                .createQuery(
                        "select e.passwordHash from UserEntity e where e.id = :id and e.passwordHash is not null",
                        String.class)
                .setParameter("id", userId)
                .getResultList()
                .stream()
                .toList());
        return hashes.stream().findFirst();
    }

    @Override
    public void setPasswordHash(long userId, String hash) {
        // Past the version: a password is no part of the record, so it must not make a record stale.
        int changed = transactions()
                .write(entities -> entities.createNativeQuery("update ab_user set password = ?1 where id = ?2")
                        .setParameter(1, hash)
                        .setParameter(2, userId)
                        .executeUpdate());
        if (changed == 0) {
            throw KaravelException.notFound("User", userId);
        }
        announce(userId, false);
    }
}
