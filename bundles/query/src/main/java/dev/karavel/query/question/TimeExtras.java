package dev.karavel.query.question;

import dev.karavel.api.sql.SqlText;
import dev.karavel.spi.data.ColumnType;
import dev.karavel.spi.viz.DatasetInfo;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a query object says it has taken over from a dashboard's time controls, and whether that can have taken effect. */
final class TimeExtras {
    private final DatasetInfo dataset;
    private final Set<String> applied = new LinkedHashSet<>();
    private final Set<SqlText.Rejected> rejected = new LinkedHashSet<>();

    TimeExtras(DatasetInfo dataset) {
        this.dataset = dataset;
    }

    List<String> applied() {
        return List.copyOf(applied);
    }

    List<SqlText.Rejected> rejected() {
        return List.copyOf(rejected);
    }

    void read(String path, Map<String, Object> json, Optional<String> time) {
        Map<String, Object> extras = Json.object(path + ".applied_time_extras", json.get("applied_time_extras"));
        boolean temporal = dataset.columns().values().stream().anyMatch(ColumnType::isTemporal);
        for (String name : List.of("__time_range", "__time_grain")) {
            if (set(extras.get(name))) {
                add(name, temporal, "no_temporal_column");
            }
        }
        if (set(extras.get("__time_col"))) {
            String column = time.orElse(extras.get("__time_col").toString());
            add("__time_col", dataset.isTemporal(column), "not_in_datasource");
        }
    }

    private void add(String name, boolean tookEffect, String reason) {
        if (tookEffect) {
            applied.add(name);
        } else {
            rejected.add(new SqlText.Rejected(name, reason));
        }
    }

    private static boolean set(Object value) {
        return value != null && !"".equals(value) && !"No filter".equals(value);
    }
}
