package dev.karavel.api.catalog;

import java.util.Map;
import org.osgi.annotation.versioning.ProviderType;

/** How each person wants the pages: a few short values by name. Safe for several threads. */
@ProviderType
public interface Preferences {
    /** Empty for somebody who chose nothing. Cheap enough for every page. */
    Map<String, String> of(long userId);

    /** Replaces all of them. */
    void store(long userId, Map<String, String> values);
}
