package dev.karavel.sql.inspect;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** The functions typed SQL may call: ours, and those an administrator adds. */
final class AllowedFunctions {
    /** Their second argument says how long the result becomes. */
    private static final Set<String> GROWING = Set.of("lpad", "rpad", "repeat", "space");

    private final Set<String> names = new HashSet<>();

    AllowedFunctions(Collection<String> additional) {
        try (InputStream list = AllowedFunctions.class.getResourceAsStream("functions.txt")) {
            new String(list.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .forEach(line -> names.addAll(Set.of(line.trim().split("\\s+"))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        additional.forEach(name -> names.add(name.trim().toLowerCase(Locale.ROOT)));
        names.remove("");
    }

    /** @param name as written, perhaps in quotes; a schema in front makes it another function */
    boolean contains(String name) {
        return names.contains(plain(name));
    }

    static boolean grows(String name) {
        return GROWING.contains(plain(name));
    }

    private static String plain(String name) {
        boolean quoted = name.length() > 2 && name.startsWith("\"") && name.endsWith("\"");
        return (quoted ? name.substring(1, name.length() - 1) : name).toLowerCase(Locale.ROOT);
    }
}
