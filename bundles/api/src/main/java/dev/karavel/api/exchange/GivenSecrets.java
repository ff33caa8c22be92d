package dev.karavel.api.exchange;

import java.util.Map;

/**
 * Secrets that an export hides, filled in by whoever imports it; each by the file it belongs to, such as databases/sales.yaml. Does
 * not show them.
 *
 * @param options of Superset's encrypted_extra, by file and by path, such as $.credentials_info.private_key
 */
public record GivenSecrets(
        Map<String, String> passwords,
        Map<String, String> tunnelPasswords,
        Map<String, String> tunnelPrivateKeys,
        Map<String, String> tunnelPrivateKeyPasswords,
        Map<String, Map<String, String>> options) {
    private static final GivenSecrets NONE = new GivenSecrets(Map.of(), Map.of(), Map.of(), Map.of(), Map.of());

    public GivenSecrets {
        passwords = Map.copyOf(passwords);
        tunnelPasswords = Map.copyOf(tunnelPasswords);
        tunnelPrivateKeys = Map.copyOf(tunnelPrivateKeys);
        tunnelPrivateKeyPasswords = Map.copyOf(tunnelPrivateKeyPasswords);
        options = Map.copyOf(options);
    }

    public static GivenSecrets none() {
        return NONE;
    }

    @Override
    public String toString() {
        return "GivenSecrets[for " + passwords.keySet() + "]";
    }
}
