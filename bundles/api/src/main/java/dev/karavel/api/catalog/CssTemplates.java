package dev.karavel.api.catalog;

import org.osgi.annotation.versioning.ProviderType;

/** The templates of CSS; no two have the same name. */
@ProviderType
public interface CssTemplates extends Repository<CssTemplate> {}
