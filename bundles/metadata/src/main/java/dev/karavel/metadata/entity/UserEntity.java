package dev.karavel.metadata.entity;

import dev.karavel.api.catalog.User;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.Table;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

@Entity
@Table(name = "ab_user")
public class UserEntity extends StampedEntity<User> {
    @Column(name = "username")
    private String username;

    // Unique, so that "Ann" and "ann" are not two people.
    @Column(name = "username_key")
    private String usernameKey;

    @Column(name = "first_name")
    private String firstName;

    @Column(name = "last_name")
    private String lastName;

    // Null where there is none, since it is unique.
    @Column(name = "email")
    private String email;

    @Column(name = "active")
    private boolean active;

    // Written by Users.setPasswordHash alone.
    @Column(name = "password", insertable = false, updatable = false)
    private String passwordHash;

    @ManyToMany(fetch = FetchType.EAGER)
    @JoinTable(
            name = "ab_user_role",
            joinColumns = @JoinColumn(name = "user_id"),
            inverseJoinColumns = @JoinColumn(name = "role_id"))
    private Set<RoleEntity> roles = new HashSet<>();

    @Override
    public User read() {
        return new User(
                id(),
                uuid(),
                version(),
                username,
                Fields.read(firstName),
                Fields.read(lastName),
                Fields.read(email),
                active,
                RoleEntity.names(roles),
                stamp());
    }

    @Override
    public void write(User from, RoleLookup lookup) {
        username = Fields.name("username", from.username(), 64);
        usernameKey = key(username);
        firstName = Fields.text("first_name", from.firstName(), 64);
        lastName = Fields.text("last_name", from.lastName(), 64);
        String address = Fields.text("email", from.email(), 320);
        email = address.isBlank() ? null : address;
        active = from.active();
        Fields.replace(roles, lookup.named(from.roles()));
        stamp(from.stamp());
    }

    public static String key(String username) {
        return username.toLowerCase(Locale.ROOT);
    }
}
