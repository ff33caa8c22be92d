package dev.karavel.exchange.dashboard;

import dev.karavel.api.catalog.Chart;
import dev.karavel.exchange.yaml.Fields;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/** A dashboard's tree with the ids of this installation's charts in place of those it came with. */
public final class Layout {
    private final Map<String, Object> position;
    private final Set<Long> charts = new LinkedHashSet<>();
    private final Map<Long, Long> idsThereToHere = new LinkedHashMap<>();

    /** @param chartOf by uuid; empty for a chart that is not here */
    public Layout(Fields file, Function<UUID, Optional<Chart>> chartOf) {
        position = file.map("position");
        for (Object node : position.values()) {
            if (node instanceof Map<?, ?> map
                    && "CHART".equals(map.get("type"))
                    && map.get("meta") instanceof Map<?, ?> meta) {
                settle(file, meta, chartOf);
            }
        }
    }

    @SuppressWarnings("unchecked")
    private void settle(Fields file, Map<?, ?> meta, Function<UUID, Optional<Chart>> chartOf) {
        UUID uuid = new Fields(file.file(), (Map<String, Object>) meta).uuid("uuid");
        Chart chart = chartOf.apply(uuid)
                .orElseThrow(() -> file.wrong("its chart " + uuid + " is neither in the import nor stored"));
        if (meta.get("chartId") instanceof Number there) {
            idsThereToHere.put(there.longValue(), chart.id());
        }
        ((Map<String, Object>) meta).put("chartId", chart.id());
        ((Map<String, Object>) meta).putIfAbsent("sliceName", chart.name());
        charts.add(chart.id());
    }

    public Map<String, Object> position() {
        return position;
    }

    /** In the order of the layout. */
    public List<Long> charts() {
        return List.copyOf(charts);
    }

    Optional<Long> here(Object idThere) {
        try {
            return Optional.ofNullable(idsThereToHere.get(Long.parseLong(String.valueOf(idThere))));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
