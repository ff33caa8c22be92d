package dev.karavel.exchange.file;

import dev.karavel.api.catalog.Chart;
import dev.karavel.api.catalog.Dashboard;
import dev.karavel.api.catalog.Dataset;
import dev.karavel.api.catalog.Theme;
import dev.karavel.exchange.yaml.JsonText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongFunction;

/** A dashboard as a file: what its layout and filters point to has its uuid beside it. */
public final class DashboardFile {
    private final LongFunction<Optional<Chart>> charts;
    private final LongFunction<Optional<Dataset>> datasets;
    private final LongFunction<Optional<Theme>> themes;

    public DashboardFile(
            LongFunction<Optional<Chart>> charts,
            LongFunction<Optional<Dataset>> datasets,
            LongFunction<Optional<Theme>> themes) {
        this.themes = themes;
        this.charts = charts;
        this.datasets = datasets;
    }

    public Map<String, Object> of(Dashboard dashboard, List<String> tags) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("dashboard_title", dashboard.title());
        fields.put("description", ChartFile.emptyAsNull(dashboard.description()));
        fields.put("css", ChartFile.emptyAsNull(dashboard.css()));
        fields.put("slug", dashboard.slug().orElse(null));
        fields.put("certified_by", ChartFile.emptyAsNull(dashboard.certifiedBy()));
        fields.put("certification_details", ChartFile.emptyAsNull(dashboard.certificationDetails()));
        fields.put("published", dashboard.published());
        fields.put("uuid", dashboard.uuid().toString());
        fields.put("position", position(dashboard));
        fields.put("metadata", withUuids(JsonText.object(dashboard.metadata())));
        fields.put(
                "theme_uuid",
                dashboard
                        .theme()
                        .flatMap(id -> themes.apply(id))
                        .map(theme -> theme.uuid().toString())
                        .orElse(null));
        if (!tags.isEmpty()) {
            fields.put("tags", tags);
        }
        fields.put("version", "1.0.0");
        return fields;
    }

    /** Charts that are gone are left out: nobody could import them. */
    private Map<String, Object> position(Dashboard dashboard) {
        Map<String, Object> position = JsonText.object(dashboard.position());
        List<String> gone = new ArrayList<>();
        position.forEach((id, node) -> {
            if (node instanceof Map<?, ?> map
                    && "CHART".equals(map.get("type"))
                    && map.get("meta") instanceof Map<?, ?> meta) {
                Optional<Chart> chart = meta.get("chartId") instanceof Number number
                        ? charts.apply(number.longValue())
                        : Optional.empty();
                chart.ifPresentOrElse(found -> put(meta, "uuid", found.uuid().toString()), () -> gone.add(id));
            }
        });
        gone.forEach(position::remove);
        for (Object node : position.values()) {
            if (node instanceof Map<?, ?> map && map.get("children") instanceof List<?> children) {
                put(
                        map,
                        "children",
                        children.stream().filter(child -> !gone.contains(child)).toList());
            }
        }
        return position;
    }

    private Map<String, Object> withUuids(Map<String, Object> metadata) {
        if (metadata.get("native_filter_configuration") instanceof List<?> filters) {
            filters.forEach(filter -> {
                if (filter instanceof Map<?, ?> map && map.get("targets") instanceof List<?> targets) {
                    targets.forEach(this::target);
                }
            });
        }
        return metadata;
    }

    private void target(Object target) {
        if (target instanceof Map<?, ?> map && map.get("datasetId") instanceof Number id) {
            datasets.apply(id.longValue()).ifPresent(dataset -> {
                map.remove("datasetId");
                put(map, "datasetUuid", dataset.uuid().toString());
            });
        }
    }

    /** Ids of the datasets its filters take values from. */
    public static List<Long> datasetsOfFilters(Dashboard dashboard) {
        List<Long> ids = new ArrayList<>();
        if (JsonText.object(dashboard.metadata()).get("native_filter_configuration") instanceof List<?> filters) {
            for (Object filter : filters) {
                if (filter instanceof Map<?, ?> map && map.get("targets") instanceof List<?> targets) {
                    targets.stream()
                            .filter(target -> target instanceof Map<?, ?> one && one.get("datasetId") instanceof Number)
                            .forEach(target -> ids.add(((Number) ((Map<?, ?>) target).get("datasetId")).longValue()));
                }
            }
        }
        return ids;
    }

    @SuppressWarnings("unchecked")
    private static void put(Map<?, ?> map, String name, Object value) {
        ((Map<String, Object>) map).put(name, value);
    }
}
