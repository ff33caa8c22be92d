package dev.karavel.metadata.repository;

import jakarta.persistence.EntityManager;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * How things of one table go to the trash and come back. While one lies there its unique names belong to whoever takes them: it
 * keeps them aside, and has to find them free when it comes back.
 *
 * @param table its name
 * @param key a unique column besides uuid, or empty
 * @param vacant SQL of what stands in the key meanwhile
 */
record Bin(String table, String key, String vacant) {
    /** The id of the one deleted last that had the uuid. */
    Optional<Long> find(EntityManager entities, UUID former) {
        List<?> ids = entities.createNativeQuery("select id from " + table
                        + " where former_uuid = ?1 and deleted_on is not null order by deleted_on desc")
                .setParameter(1, former.toString())
                .setMaxResults(1)
                .getResultList();
        return ids.stream().findFirst().map(id -> ((Number) id).longValue());
    }

    int put(EntityManager entities, long id, Instant now) {
        if (!key.isEmpty()) {
            entities.createNativeQuery(
                            "update " + table + " set former_key = " + key + " where id = ?1 and deleted_on is null")
                    .setParameter(1, id)
                    .executeUpdate();
        }
        String aside = key.isEmpty() ? "" : ", " + key + " = " + vacant;
        return entities.createNativeQuery("update " + table
                        + " set deleted_on = ?1, version = version + 1, former_uuid = uuid, uuid = ?2" + aside
                        + " where id = ?3 and deleted_on is null")
                .setParameter(1, Timestamp.valueOf(LocalDateTime.ofInstant(now, ZoneOffset.UTC)))
                .setParameter(2, UUID.randomUUID().toString())
                .setParameter(3, id)
                .executeUpdate();
    }

    int take(EntityManager entities, long id) {
        String back = key.isEmpty() ? "" : ", " + key + " = former_key";
        return entities.createNativeQuery("update " + table
                        + " set deleted_on = null, version = version + 1, uuid = former_uuid" + back
                        + " where id = ?1 and deleted_on is not null")
                .setParameter(1, id)
                .executeUpdate();
    }

    int empty(EntityManager entities, long id) {
        return entities.createNativeQuery("delete from " + table + " where id = ?1 and deleted_on is not null")
                .setParameter(1, id)
                .executeUpdate();
    }
}
