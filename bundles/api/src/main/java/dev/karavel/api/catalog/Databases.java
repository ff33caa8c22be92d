package dev.karavel.api.catalog;

import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** The warehouses. */
@ProviderType
public interface Databases extends Repository<Database> {
    Optional<Database> findByName(String name);
}
