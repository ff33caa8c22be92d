package dev.karavel.api.setting;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Options set once for all nodes. They lie over each node's own configuration, which stays as it is: whoever removes one gets
 * the node's own value back. Safe for several threads.
 */
@ProviderType
public interface SharedSettings {
    /** By PID and key; secrets are masked. */
    List<SharedSetting> list();

    /** What may be set, by PID and key. */
    List<SharedOption> options();

    /**
     * Sets a value: when it returns, it is stored and holds on this node; the other nodes hear of it at once and follow in a
     * moment, a node that is away as soon as it is back.
     *
     * @param who user name, for the log of actions
     * @throws dev.karavel.api.error.KaravelException INVALID_REQUEST with what would be right, if there is no such option, it is
     *     each node's own, or the value is none of its kind
     */
    void set(String pid, String key, String value, String who);

    /**
     * Gives each node its own value back.
     *
     * @throws dev.karavel.api.error.KaravelException NOT_FOUND if it is not set
     */
    void remove(String pid, String key, String who);
}
