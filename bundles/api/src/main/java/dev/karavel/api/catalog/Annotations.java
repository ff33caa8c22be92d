package dev.karavel.api.catalog;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** The annotations of all layers. Titles are unique in a layer. */
@ProviderType
public interface Annotations extends Repository<Annotation> {
    /** Earliest first; none if there is no such layer. */
    List<Annotation> ofLayer(long layerId);
}
