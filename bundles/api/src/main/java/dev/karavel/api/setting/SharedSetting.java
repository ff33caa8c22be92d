package dev.karavel.api.setting;

import java.time.Instant;
import java.util.Objects;

/**
 * The value of an option on every node of the cluster, in place of what the nodes' own files and environment say.
 *
 * @param pid of the configuration: {@code dev.karavel.web}
 * @param value {@link dev.karavel.api.security.Secrets#MASK} where {@link SharedSettings} lists a secret
 * @param changedBy user name of who set it, or "shell"
 */
public record SharedSetting(String pid, String key, String value, String changedBy, Instant changedOn) {
    public SharedSetting {
        Objects.requireNonNull(pid, "pid");
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(value, "value");
        Objects.requireNonNull(changedBy, "changedBy");
        Objects.requireNonNull(changedOn, "changedOn");
    }
}
