package dev.karavel.web.list;

import dev.karavel.api.catalog.User;
import dev.karavel.api.catalog.Users;
import dev.karavel.api.error.KaravelException;
import dev.karavel.api.security.Principal;
import dev.karavel.web.json.Fields;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Whose a thing will be after a write: nobody but an administrator can give up their own thing by it. */
public final class Owners {
    private Owners() {}

    public static Set<Long> after(Fields fields, Set<Long> current, Principal principal, Users users) {
        Optional<List<Long>> wanted = fields.ids("owners");
        Set<Long> owners = new HashSet<>(wanted.isPresent() ? wanted.get() : current);
        if (wanted.isPresent()) {
            Set<Long> known = users.find(owners).stream().map(User::id).collect(Collectors.toSet());
            if (!known.containsAll(owners)) {
                throw KaravelException.invalid("owners", "Owners are invalid: one of them is no user");
            }
        }
        if (owners.isEmpty() || !principal.isAdmin()) {
            owners.add(principal.userId());
        }
        return owners;
    }
}
