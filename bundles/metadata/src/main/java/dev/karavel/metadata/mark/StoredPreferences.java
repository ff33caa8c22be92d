package dev.karavel.metadata.mark;

import dev.karavel.api.catalog.Preferences;
import dev.karavel.metadata.store.Transactions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

@Component
public final class StoredPreferences implements Preferences {
    private final Transactions transactions;

    @Activate
    public StoredPreferences(@Reference Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Map<String, String> of(long userId) {
        Map<String, String> found = new HashMap<>();
        List<?> rows = transactions.read(entities -> entities.createNativeQuery(
                        "select pref_name, pref_value from user_preference where user_id = ?1")
                .setParameter(1, userId)
                .getResultList());
        rows.stream().map(Object[].class::cast).forEach(row -> found.put(row[0].toString(), row[1].toString()));
        return found;
    }

    @Override
    public void store(long userId, Map<String, String> values) {
        transactions.write(entities -> {
            entities.createNativeQuery("delete from user_preference where user_id = ?1")
                    .setParameter(1, userId)
                    .executeUpdate();
            values.forEach((name, value) -> entities.createNativeQuery(
                            "insert into user_preference (user_id, pref_name, pref_value) values (?1, ?2, ?3)")
                    .setParameter(1, userId)
                    .setParameter(2, name)
                    .setParameter(3, value)
                    .executeUpdate());
            return values.size();
        });
    }
}
