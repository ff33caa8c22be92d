package dev.karavel.api.query;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A chart's question, from form data or from Superset's query objects; JSON values as String, Number, Boolean, null, List, Map.
 *
 * @param chartId a saved chart whose form data is the base
 * @param datasetId needed when there is no chart and the form data names none
 * @param formData on top of the chart's own
 * @param queries query objects; empty: the server builds them from the form data
 * @param cacheTimeout seconds, before the chart's own; -1 never stores
 * @param stale whether an answer past its time may be given while nobody has asked anew
 */
public record ChartRequest(
        Optional<Long> chartId,
        Optional<Long> datasetId,
        Map<String, Object> formData,
        List<Map<String, Object>> queries,
        ResultType resultType,
        boolean force,
        Optional<Integer> cacheTimeout,
        Stale stale) {
    /**
     * @param seconds an answer is kept beyond its time; 0 for none
     * @param accepted whether such an answer is given; otherwise it is asked anew, and the new one is kept that long
     */
    public record Stale(int seconds, boolean accepted) {
        public static final Stale NEVER = new Stale(0, false);

        public Stale {
            seconds = Math.max(0, seconds);
        }
    }

    public ChartRequest(
            Optional<Long> chartId,
            Optional<Long> datasetId,
            Map<String, Object> formData,
            List<Map<String, Object>> queries,
            ResultType resultType,
            boolean force,
            Optional<Integer> cacheTimeout) {
        this(chartId, datasetId, formData, queries, resultType, force, cacheTimeout, Stale.NEVER);
    }

    public ChartRequest {
        formData = Collections.unmodifiableMap(new LinkedHashMap<>(formData));
        queries = Collections.unmodifiableList(new ArrayList<>(queries));
        Objects.requireNonNull(resultType, "resultType");
    }

    /** A saved chart as it is. */
    public static ChartRequest ofChart(long chartId) {
        return new ChartRequest(
                Optional.of(chartId), Optional.empty(), Map.of(), List.of(), ResultType.FULL, false, Optional.empty());
    }
}
