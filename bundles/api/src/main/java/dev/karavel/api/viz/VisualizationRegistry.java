package dev.karavel.api.viz;

import dev.karavel.spi.data.QuerySpec;
import dev.karavel.spi.data.Table;
import dev.karavel.spi.viz.DatasetInfo;
import dev.karavel.spi.viz.FormData;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** The chart types that are there now. Follows plugins as they come and go, and announces them by events. Safe for several threads. */
@ProviderType
public interface VisualizationRegistry {
    /** One per viz_type, the highest version that is ready; refused ones too when nothing better has that viz_type. By title. */
    List<Visualization> all();

    /** The one charts of that viz_type use: ready, highest version. */
    Optional<Visualization> find(String vizType);

    List<Plugin> plugins();

    /** A file below {@code /plugins/<plugin>/<version>/}. Never leaves the plugin's own folder, whatever the path says. */
    Optional<Asset> asset(String plugin, String version, String path);

    /** The same for a page: loops in scripts look at the clock, so that one without an end throws instead of freezing the page. */
    default Optional<Asset> guardedAsset(String plugin, String version, String path) {
        return asset(plugin, version, path);
    }

    /**
     * The questions behind a chart. For a viz_type nobody knows, what the usual control names tell, so that its data can still be
     * had as a table.
     *
     * @throws dev.karavel.api.error.KaravelException PLUGIN_MISSING if nobody knows the viz_type and the form data tell nothing; INVALID_REQUEST with the
     *     control as field, PLUGIN_FAILED if the plugin's own code throws
     */
    List<QuerySpec> query(String vizType, FormData formData, DatasetInfo dataset);

    /** What the plugin makes of an answer before it is stored. */
    Table shape(String vizType, Table answer, FormData formData);

    /**
     * Whether {@link #shape} may change answers for charts of that viz_type; if not, charts of several types that ask the same
     * share one stored answer.
     */
    default boolean shapes(String vizType) {
        return true;
    }
}
