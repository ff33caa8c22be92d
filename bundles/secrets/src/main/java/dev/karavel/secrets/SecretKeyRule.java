package dev.karavel.secrets;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Which secret keys a server may start with. */
final class SecretKeyRule {
    static final int SHORTEST = 32;

    /** Keys and placeholders out of documentation, samples and container files; compared by letters and digits alone. */
    private static final Set<String> EXAMPLES = Set.of(
            "changemetoacomplexrandomsecret",
            "thisisasecret1234",
            "testnondevsecret",
            "yourownrandomgeneratedsecretkey",
            "thissecretkeyshouldbechanged",
            "pleasechangethissecretkeybeforeproduction",
            "supersetsecretkey",
            "asupersecretkeythatyoushouldchange");

    private static final Pattern PLACEHOLDER = Pattern.compile(
            "change_?me|replace_?me|your[-_ ]?(own|secret|random)|example[-_ ]?(key|secret)|insert[-_ ]?(key|secret)|put[-_ ]?your|<[^>]*>|\\$\\{",
            Pattern.CASE_INSENSITIVE);

    private static final int FEWEST_DIFFERENT = 10;

    private SecretKeyRule() {}

    /** What is wrong with a configured key, in one clause; empty if it may be used. */
    static Optional<String> fault(String key) {
        String plain = key.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
        if (EXAMPLES.contains(plain) || PLACEHOLDER.matcher(key).find()) {
            return Optional.of("is an example that everybody knows");
        }
        int length = key.getBytes(UTF_8).length;
        if (length < SHORTEST) {
            return Optional.of("has " + length + " bytes, at least " + SHORTEST + " are needed");
        }
        if (key.chars().distinct().count() < FEWEST_DIFFERENT) {
            return Optional.of("repeats a few characters and can be guessed");
        }
        return Optional.empty();
    }

    /** Whether the metadata database is reached over the network, so that other nodes may share it. */
    static boolean remote(String url) {
        String address = url.trim().toLowerCase(Locale.ROOT);
        return !address.isEmpty() && !(address.startsWith("jdbc:derby:") && !address.startsWith("jdbc:derby://"));
    }
}
