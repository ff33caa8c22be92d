package dev.karavel.security.role;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.karavel.api.catalog.Permission;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The roles every installation has, as {@code built-in-roles.txt} defines them. */
public final class BuiltInRoles {
    public static final String ADMIN = "Admin";
    public static final String PUBLIC = "Public";

    private BuiltInRoles() {}

    /** Name and permissions; Public holds nothing and Admin holds all there are. */
    static Map<String, Set<Permission>> load() {
        Map<String, Set<Permission>> roles = new LinkedHashMap<>();
        for (String name : List.of(ADMIN, "Alpha", "Gamma", PUBLIC, "sql_lab")) {
            roles.put(name, new LinkedHashSet<>());
        }
        for (String line : text().split("\n")) {
            if (!line.isBlank() && !line.startsWith("#")) {
                read(line, roles);
            }
        }
        return roles;
    }

    private static void read(String line, Map<String, Set<Permission>> roles) {
        String[] cells = line.split("\\|", -1);
        if (cells.length != 3) {
            throw new IllegalStateException("Not view | actions | roles: " + line);
        }
        for (String action : cells[1].trim().split("\\s+")) {
            Permission permission = new Permission(action, cells[0].trim());
            roles.get(ADMIN).add(permission);
            Arrays.stream(cells[2].trim().split("\\s+"))
                    .filter(role -> !role.isEmpty())
                    .forEach(role -> roles.get(role).add(permission));
        }
    }

    private static String text() {
        try (InputStream in = BuiltInRoles.class.getResourceAsStream("built-in-roles.txt")) {
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
