package dev.karavel.security.password;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.karavel.api.error.KaravelException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which passwords are good enough: long and not guessable, rather than sprinkled with signs. Superset asks for 8 characters and a
 * block list; ten keep a stolen Argon2id hash out of reach of a few graphics cards.
 */
public final class PasswordRule {
    private static final int SHORTEST = 10;
    private static final int LONGEST = 256;
    private static final int FEWEST_DIFFERENT = 5;
    private static final String CREDO = " A password needs at least " + SHORTEST
            + " characters and must not be easy to guess; a few unrelated words are fine.";
    private static final Set<String> COMMON = load();

    private PasswordRule() {}

    /** @throws KaravelException INVALID_REQUEST for the field password */
    public static void check(String password, String username) {
        fault(password, username).ifPresent(fault -> {
            throw KaravelException.invalid("password", fault + CREDO);
        });
    }

    static Optional<String> fault(String password, String username) {
        int length = password.codePointCount(0, password.length());
        if (length < SHORTEST) {
            return Optional.of("The password has " + length + " characters.");
        }
        if (length > LONGEST) {
            return Optional.of("The password is longer than " + LONGEST + " characters.");
        }
        String lower = password.toLowerCase(Locale.ROOT);
        if (username.length() > 2 && lower.contains(username.toLowerCase(Locale.ROOT))) {
            return Optional.of("The password contains the user name.");
        }
        if (password.chars().distinct().count() < FEWEST_DIFFERENT) {
            return Optional.of("The password repeats a few characters.");
        }
        return common(lower) ? Optional.of("The password is one of those that are tried first.") : Optional.empty();
    }

    private static boolean common(String lower) {
        String core = lower.replaceAll("^[^a-z@$]+|[^a-z@$]+$", "");
        String word = core.replace('0', 'o')
                .replace('1', 'i')
                .replace('3', 'e')
                .replace('4', 'a')
                .replace('5', 's')
                .replace('7', 't')
                .replace('@', 'a')
                .replace('$', 's')
                .replaceAll("[^a-z]", "");
        return COMMON.contains(lower) || COMMON.contains(word) || word.isEmpty() && lower.length() < 16;
    }

    private static Set<String> load() {
        try (InputStream in = PasswordRule.class.getResourceAsStream("common-passwords.txt");
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
