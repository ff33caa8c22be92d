package dev.karavel.exchange.dashboard;

import dev.karavel.api.catalog.Dataset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/** A dashboard's settings with this installation's ids of charts and datasets. */
public final class Metadata {
    private static final Set<String> LISTS_OF_CHARTS =
            Set.of("timed_refresh_immune_slices", "chartsInScope", "excluded", "immune");
    private static final Set<String> MAPS_BY_CHART = Set.of("expanded_slices", "chart_configuration", "filter_scopes");

    private final Layout layout;
    private final Function<UUID, Optional<Dataset>> datasetOf;

    public Metadata(Layout layout, Function<UUID, Optional<Dataset>> datasetOf) {
        this.layout = layout;
        this.datasetOf = datasetOf;
    }

    public Map<String, Object> translate(Map<String, Object> metadata) {
        return object("", metadata);
    }

    private Map<String, Object> object(String name, Map<?, ?> there) {
        Map<String, Object> here = new LinkedHashMap<>();
        there.forEach((key, value) -> {
            String translated = MAPS_BY_CHART.contains(name)
                    ? layout.here(key).map(String::valueOf).orElse(null)
                    : String.valueOf(key);
            if (translated != null) {
                here.put(
                        translated,
                        MAPS_BY_CHART.contains(name) ? ofChart(translated, value) : value(translated, value));
            }
        });
        if (here.remove("datasetUuid") instanceof String uuid) {
            dataset(uuid).ifPresent(id -> here.put("datasetId", id));
        }
        return here;
    }

    @SuppressWarnings("unchecked")
    private Object ofChart(String chartId, Object value) {
        Object here = value("", value);
        if (here instanceof Map<?, ?> map && map.containsKey("id")) {
            ((Map<String, Object>) map).put("id", Long.parseLong(chartId));
        }
        return here;
    }

    private Object value(String name, Object value) {
        if (value instanceof Map<?, ?> map) {
            return object(name, map);
        }
        if (value instanceof List<?> list) {
            return LISTS_OF_CHARTS.contains(name)
                    ? list.stream().map(layout::here).flatMap(Optional::stream).toList()
                    : new ArrayList<>(list.stream()
                            .map(each -> value("", each))
                            .filter(Objects::nonNull)
                            .toList());
        }
        return value;
    }

    private Optional<Long> dataset(String uuid) {
        try {
            return datasetOf.apply(UUID.fromString(uuid)).map(Dataset::id);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
