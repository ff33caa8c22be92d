package dev.karavel.sql.inspect;

import dev.karavel.spi.data.SqlSyntax;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** The functions typed SQL may call: ours, those of its dialect, and those an administrator adds, without those he denies. */
final class AllowedFunctions {
    /** Their second argument says how long the result becomes. */
    private static final Set<String> GROWING = Set.of("lpad", "rpad", "repeat", "space", "replicate");

    private final Set<String> names = new HashSet<>();
    private final Set<String> tables = new HashSet<>();
    private final Set<String> denied;

    /** @param denied in lower case */
    AllowedFunctions(Collection<String> additional, Set<String> denied) {
        read("functions.txt", names);
        read("table-functions.txt", tables);
        additional.forEach(name -> names.add(name.trim().toLowerCase(Locale.ROOT)));
        names.remove("");
        this.denied = denied;
    }

    private static void read(String file, Set<String> into) {
        try (InputStream list = AllowedFunctions.class.getResourceAsStream(file)) {
            new String(list.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .forEach(line -> into.addAll(Set.of(line.trim().split("\\s+"))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param name as written, perhaps in quotes; a schema in front makes it another function */
    boolean contains(String name, SqlSyntax syntax) {
        String plain = plain(name);
        return (names.contains(plain) || syntax.functions().contains(plain)) && !denied.contains(plain);
    }

    /** Whether it may stand behind FROM. */
    boolean givesTable(String name) {
        return tables.contains(plain(name)) && !denied.contains(plain(name));
    }

    boolean isDenied(Token name) {
        return denied.contains(name.name().toLowerCase(Locale.ROOT));
    }

    static boolean grows(String name) {
        return GROWING.contains(plain(name));
    }

    private static String plain(String name) {
        boolean quoted = name != null && name.length() > 2 && "\"`".indexOf(name.charAt(0)) >= 0;
        return name == null ? "" : (quoted ? name.substring(1, name.length() - 1) : name).toLowerCase(Locale.ROOT);
    }
}
