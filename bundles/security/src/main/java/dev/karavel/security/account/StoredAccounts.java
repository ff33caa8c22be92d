package dev.karavel.security.account;

import dev.karavel.api.catalog.Roles;
import dev.karavel.api.catalog.Stamp;
import dev.karavel.api.catalog.User;
import dev.karavel.api.catalog.Users;
import dev.karavel.api.error.ErrorCode;
import dev.karavel.api.error.KaravelException;
import dev.karavel.api.security.Accounts;
import dev.karavel.security.password.Hashing;
import dev.karavel.security.password.PasswordRule;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Accounts in the metadata database. */
@Component
public final class StoredAccounts implements Accounts {
    private static final Pattern USERNAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._@+-]{0,63}");
    private static final Pattern EMAIL = Pattern.compile("[^\\s@]{1,64}@[^\\s@]{1,255}");

    private final Users users;
    private final Roles roles;
    private final Hashing hashing;
    private final KnownPeople people;

    @Activate
    public StoredAccounts(
            @Reference Users users, @Reference Roles roles, @Reference Hashing hashing, @Reference KnownPeople people) {
        this.users = users;
        this.roles = roles;
        this.hashing = hashing;
        this.people = people;
    }

    @Override
    public User add(
            String username, String firstName, String lastName, String email, Set<String> roleNames, String password) {
        if (!USERNAME.matcher(username).matches()) {
            throw KaravelException.invalid(
                    "username",
                    "A user name has 1 to 64 letters, digits and . _ @ + - and starts with a letter or digit");
        }
        if (!email.isEmpty() && !EMAIL.matcher(email).matches()) {
            throw KaravelException.invalid("email", "This is no mail address");
        }
        for (String role : roleNames) {
            if (roles.findByName(role).isEmpty()) {
                throw KaravelException.invalid("roles", "There is no role " + role);
            }
        }
        PasswordRule.check(password, username);
        if (users.findByName(username).isPresent()) {
            throw new KaravelException(ErrorCode.CONFLICT, "username", "There is already a user " + username, null);
        }
        String hash = hashing.hash(password);
        User user = users.save(
                new User(0, UUID.randomUUID(), 0, username, firstName, lastName, email, true, roleNames, Stamp.none()));
        users.setPasswordHash(user.id(), hash);
        people.forget(user.id());
        return user;
    }

    @Override
    public void changePassword(String username, String password) {
        User user = users.findByName(username)
                .orElseThrow(() -> new KaravelException(ErrorCode.NOT_FOUND, "There is no user " + username));
        PasswordRule.check(password, user.username());
        users.setPasswordHash(user.id(), hashing.hash(password));
        people.forget(user.id());
    }
}
