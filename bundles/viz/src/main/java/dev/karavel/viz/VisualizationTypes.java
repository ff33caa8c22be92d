package dev.karavel.viz;

import dev.karavel.spi.viz.VisualizationType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.framework.Constants;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The query sides that plugins wrote in Java, by viz_type; of several the highest ranked. Safe for several threads. */
final class VisualizationTypes {
    private static final Logger LOG = LoggerFactory.getLogger(VisualizationTypes.class);

    private record Known(String id, VisualizationType type, int ranking) {}

    private volatile List<Known> known = List.of();

    synchronized void add(VisualizationType type, Map<String, Object> properties) {
        int ranking = properties.get(Constants.SERVICE_RANKING) instanceof Integer number ? number : 0;
        try {
            List<Known> more = new ArrayList<>(known);
            more.add(new Known(type.id(), type, ranking));
            more.sort(Comparator.comparingInt(Known::ranking).reversed());
            known = List.copyOf(more);
        } catch (RuntimeException | LinkageError e) {
            LOG.error("{} does not tell its id and is left out", type.getClass().getName(), e);
        }
    }

    synchronized void remove(VisualizationType type) {
        known = known.stream().filter(each -> each.type() != type).toList();
    }

    Optional<VisualizationType> find(String vizType) {
        return known.stream()
                .filter(each -> vizType.equals(each.id()))
                .map(Known::type)
                .findFirst();
    }
}
