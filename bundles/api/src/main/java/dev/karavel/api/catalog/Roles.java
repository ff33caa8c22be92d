package dev.karavel.api.catalog;

import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** The roles. */
@ProviderType
public interface Roles extends Repository<Role> {
    Optional<Role> findByName(String name);
}
