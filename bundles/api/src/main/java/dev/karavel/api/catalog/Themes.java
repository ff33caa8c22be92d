package dev.karavel.api.catalog;

import org.osgi.annotation.versioning.ProviderType;

/** The themes; no two have the same name. A dashboard whose theme was deleted is drawn as if it had none. */
@ProviderType
public interface Themes extends Repository<Theme> {}
