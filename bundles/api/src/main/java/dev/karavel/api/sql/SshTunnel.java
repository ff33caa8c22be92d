package dev.karavel.api.sql;

import dev.karavel.spi.data.Setting;
import dev.karavel.spi.data.Setting.Kind;
import dev.karavel.spi.data.Settings;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The SSH server through which a warehouse is reached. It is stored among the settings of its database, each name with
 * {@link #PREFIX} before it; datasource plugins never see it. Holds secrets: {@link #toString} does not show them.
 *
 * @param fingerprint of the server's key, {@code SHA256:…}; empty as long as nobody confirmed it
 */
public record SshTunnel(
        String serverAddress,
        int serverPort,
        String username,
        Optional<String> password,
        Optional<String> privateKey,
        Optional<String> privateKeyPassword,
        Optional<String> fingerprint) {
    public static final String PREFIX = "ssh_tunnel.";

    private static final int PORT = 22;

    /** The form, by the names Superset's REST interface has for them. */
    public static final List<Setting> FORM = List.of(
            new Setting("server_address", "SSH host", Kind.TEXT, true, "", ""),
            new Setting("server_port", "SSH port", Kind.NUMBER, true, String.valueOf(PORT), ""),
            new Setting("username", "SSH user", Kind.TEXT, true, "", ""),
            new Setting("password", "SSH password", Kind.SECRET, false, "", "Or a private key"),
            new Setting("private_key", "Private key", Kind.SECRET, false, "", "In OpenSSH or PEM form"),
            new Setting("private_key_password", "Password of the private key", Kind.SECRET, false, "", ""),
            new Setting(
                    "host_key_fingerprint",
                    "Fingerprint of the SSH host's key",
                    Kind.TEXT,
                    false,
                    "",
                    "SHA256:… as ssh-keygen -lf shows it; a test without it names the one it met"));

    public SshTunnel {
        Objects.requireNonNull(serverAddress, "serverAddress");
        Objects.requireNonNull(username, "username");
    }

    /**
     * The tunnel among the settings of a database, secrets in clear text.
     *
     * @throws dev.karavel.spi.data.WarehouseException SETTINGS with the field, its prefix included, if it is incomplete
     */
    public static Optional<SshTunnel> of(Map<String, String> settings) {
        Settings given = new Settings(settings);
        if (settings.keySet().stream().noneMatch(name -> name.startsWith(PREFIX))) {
            return Optional.empty();
        }
        return Optional.of(new SshTunnel(
                given.required(PREFIX + "server_address").trim(),
                given.number(PREFIX + "server_port", PORT),
                given.required(PREFIX + "username"),
                given.text(PREFIX + "password"),
                given.text(PREFIX + "private_key"),
                given.text(PREFIX + "private_key_password"),
                given.text(PREFIX + "host_key_fingerprint").map(String::trim)));
    }

    /** The settings without those of a tunnel: what a datasource plugin gets. */
    public static Map<String, String> without(Map<String, String> settings) {
        Map<String, String> own = new HashMap<>(settings);
        own.keySet().removeIf(name -> name.startsWith(PREFIX));
        return own;
    }

    /** Names of the settings to encrypt, prefix included. */
    public static Set<String> secrets() {
        return FORM.stream()
                .filter(setting -> setting.kind() == Kind.SECRET)
                .map(setting -> PREFIX + setting.name())
                .collect(Collectors.toSet());
    }

    @Override
    public String toString() {
        return "SshTunnel[" + serverAddress + ":" + serverPort + "]";
    }
}
