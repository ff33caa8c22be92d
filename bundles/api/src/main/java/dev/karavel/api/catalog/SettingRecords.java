package dev.karavel.api.catalog;

import dev.karavel.api.setting.SharedSetting;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Shared settings as they are stored: with whatever text the caller gives for a value, encrypted or not. Safe for several
 * threads; each call is a transaction, and a change is announced as {@link dev.karavel.api.event.Topics#SETTING_CHANGED}. Checks
 * nothing: the caller does.
 */
@ProviderType
public interface SettingRecords {
    /** By PID and key. */
    List<SharedSetting> all();

    void store(String pid, String key, String value, String who);

    /** @return false if there is none */
    boolean remove(String pid, String key);
}
