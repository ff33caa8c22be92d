package dev.karavel.web.list;

import dev.karavel.api.catalog.Stamp;
import dev.karavel.api.catalog.User;
import dev.karavel.api.catalog.Users;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The people who own, made and changed the things of one answer, looked up once. */
public final class People {
    private final Map<Long, User> users = new HashMap<>();
    private final Instant now;

    public People(Users repository, Collection<Stamp> stamps, Collection<Set<Long>> owners, Instant now) {
        this.now = now;
        Set<Long> ids = new TreeSet<>();
        owners.forEach(ids::addAll);
        for (Stamp stamp : stamps) {
            stamp.createdBy().ifPresent(ids::add);
            stamp.changedBy().ifPresent(ids::add);
        }
        for (User user : ids.isEmpty() ? List.<User>of() : repository.find(ids)) {
            users.put(user.id(), user);
        }
    }

    public static Map<String, Object> named(User user) {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("id", user.id());
        result.put("first_name", user.firstName());
        result.put("last_name", user.lastName());
        return result;
    }

    public List<Map<String, Object>> owners(Set<Long> ids) {
        return new TreeSet<>(ids)
                .stream()
                        .map(users::get)
                        .filter(Objects::nonNull)
                        .map(People::named)
                        .toList();
    }

    /** The columns every list has about who and when. */
    public void put(Map<String, Object> row, Stamp stamp) {
        row.put("changed_on", stamp.changedOn().toString());
        row.put("changed_on_utc", stamp.changedOn().toString());
        row.put("changed_on_delta_humanized", Ago.of(stamp.changedOn(), now));
        row.put("changed_by_name", find(stamp.changedBy()).map(User::fullName).orElse(""));
        row.put("changed_by", find(stamp.changedBy()).map(People::named).orElse(null));
        row.put("created_by", find(stamp.createdBy()).map(People::named).orElse(null));
        row.put("created_on_delta_humanized", Ago.of(stamp.createdOn(), now));
    }

    private Optional<User> find(Optional<Long> id) {
        return id.map(users::get);
    }
}
