package dev.karavel.metadata.kept;

import dev.karavel.api.catalog.KeptValue;
import dev.karavel.api.catalog.KeptValues;
import dev.karavel.api.error.ErrorCode;
import dev.karavel.api.error.KaravelException;
import dev.karavel.metadata.entity.KeptEntity;
import dev.karavel.metadata.store.Transactions;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** In the metadata database, so that a link opens on every node and after a restart. */
@Component
public final class StoredKeptValues implements KeptValues {
    private static final int LONGEST = 1_000_000;
    private static final int KEY_BYTES = 18;

    private final Transactions transactions;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    @Activate
    public StoredKeptValues(@Reference Transactions transactions) {
        this(transactions, Clock.systemUTC());
    }

    StoredKeptValues(Transactions transactions, Clock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public KeptValue keep(String kind, String value, Optional<Long> owner, Optional<Duration> lasting) {
        requireShort(value);
        Instant now = clock.instant();
        KeptValue kept = new KeptValue(newKey(), kind, value, owner, now, lasting.map(now::plus));
        return transactions.write(entities -> {
            entities.createQuery("delete from KeptEntity k where k.expiresOn < :now")
                    .setParameter("now", KeptEntity.moment(now))
                    .executeUpdate();
            KeptEntity entity = new KeptEntity(kept);
            entities.persist(entity);
            return entity.read();
        });
    }

    @Override
    public Optional<KeptValue> find(String kind, String key) {
        return transactions.read(entities -> Optional.ofNullable(entities.find(KeptEntity.class, key))
                .filter(entity -> entity.is(kind, clock.instant()))
                .map(KeptEntity::read));
    }

    @Override
    public Optional<KeptValue> replace(String kind, String key, String value, Optional<Duration> lasting) {
        requireShort(value);
        Instant now = clock.instant();
        return transactions.write(entities -> Optional.ofNullable(entities.find(KeptEntity.class, key))
                .filter(entity -> entity.is(kind, now))
                .map(entity -> {
                    entity.hold(value);
                    entity.expire(lasting.map(now::plus));
                    return entity.read();
                }));
    }

    @Override
    public void renew(String kind, String key, Duration lasting) {
        Instant now = clock.instant();
        transactions.write(entities -> {
            KeptEntity entity = entities.find(KeptEntity.class, key);
            if (entity != null && entity.is(kind, now)) {
                entity.expire(Optional.of(now.plus(lasting)));
            }
            return key;
        });
    }

    @Override
    public boolean forget(String kind, String key) {
        return transactions.write(entities -> {
            KeptEntity entity = entities.find(KeptEntity.class, key);
            if (entity == null || !entity.is(kind, clock.instant())) {
                return false;
            }
            entities.remove(entity);
            return true;
        });
    }

    private String newKey() {
        byte[] bytes = new byte[KEY_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static void requireShort(String value) {
        if (value.length() > LONGEST) {
            throw new KaravelException(
                    ErrorCode.TOO_LARGE, "At most " + LONGEST + " characters can be kept under a key", null);
        }
    }
}
