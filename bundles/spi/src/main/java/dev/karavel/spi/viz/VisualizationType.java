package dev.karavel.spi.viz;

import dev.karavel.spi.data.QuerySpec;
import dev.karavel.spi.data.Table;
import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * The query side of a chart type whose question a descriptor cannot say. A DS service of the plugin; its
 * {@link #id} names the descriptor it belongs to. Pure functions, safe for several threads.
 */
@ConsumerType
public interface VisualizationType {
    /** The viz_type. */
    String id();

    /**
     * The questions to ask, at least one unless the chart needs no data.
     *
     * @throws InvalidFormData naming the control that is missing or wrong
     */
    List<QuerySpec> query(FormData formData, DatasetInfo dataset);

    /** Changes an answer before it is stored; the answer itself by default. */
    default Table shape(Table answer, FormData formData) {
        return answer;
    }
}
