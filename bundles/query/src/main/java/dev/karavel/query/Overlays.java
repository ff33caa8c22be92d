package dev.karavel.query;

import dev.karavel.api.catalog.Annotations;
import dev.karavel.api.error.ErrorCode;
import dev.karavel.api.error.KaravelException;
import dev.karavel.api.query.ChartRequest;
import dev.karavel.api.query.ResultType;
import dev.karavel.api.security.AccessControl;
import dev.karavel.api.security.Principal;
import dev.karavel.query.answer.AnnotationRecords;
import dev.karavel.query.question.Asked;
import dev.karavel.query.question.Layer;
import dev.karavel.query.question.RequestReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The records of annotation layers: answers of other saved charts, for the same asker under the same rights, and annotations. */
final class Overlays {
    private final RequestReader requests;
    private final Planner planner;
    private final Execution execution;
    private final Bounds bounds;
    private final Annotations annotations;
    private final AccessControl access;

    Overlays(
            RequestReader requests,
            Planner planner,
            Execution execution,
            Bounds bounds,
            Annotations annotations,
            AccessControl access) {
        this.annotations = annotations;
        this.access = access;
        this.requests = requests;
        this.planner = planner;
        this.execution = execution;
        this.bounds = bounds;
    }

    /** What is to be got for a layer when the warehouse is asked; planned, so that it can be told apart before. */
    interface Overlay {
        /** What it depends on. */
        String key();

        String records();
    }

    Map<String, Overlay> of(Asked asked, Principal principal, Execution.Wishes wishes) {
        Map<String, Overlay> overlays = new LinkedHashMap<>();
        for (Layer layer : asked.layers()) {
            overlays.put(
                    layer.name(),
                    switch (layer.source()) {
                        case CHART -> ofChart(layer.id(), layer, principal, wishes);
                        case ANNOTATIONS -> ofAnnotations(layer.id(), principal);
                    });
        }
        return overlays;
    }

    /** A time range takes the place of that in the chart's filters, as a dashboard's does. */
    private static Map<String, Object> overrides(Layer layer) {
        Map<String, Object> overrides = new LinkedHashMap<>(layer.overrides());
        if (overrides.containsKey("time_range")) {
            overrides.put("extra_form_data", Map.of("time_range", overrides.get("time_range")));
        }
        return overrides;
    }

    private Overlay ofChart(long chart, Layer layer, Principal principal, Execution.Wishes wishes) {
        ChartRequest request = new ChartRequest(
                Optional.of(chart),
                Optional.empty(),
                overrides(layer),
                List.of(),
                ResultType.FULL,
                wishes.force(),
                Optional.empty());
        try {
            Asked other = requests.read(request, principal);
            List<Plan> plans = planner.plan(other, principal, bounds.defaultRows(), bounds.mostRows());
            return planned(other, plans.subList(0, Math.min(1, plans.size())), wishes.alone());
        } catch (KaravelException e) {
            if (e.code() == ErrorCode.NOT_FOUND || e.code() == ErrorCode.PLUGIN_MISSING) {
                return none(e.getMessage());
            }
            throw e;
        }
    }

    private Overlay ofAnnotations(long layer, Principal principal) {
        if (!access.may(principal, "can_read", "Annotation")) {
            return none("You may not see annotations");
        }
        String records = AnnotationRecords.of(annotations.ofLayer(layer));
        return new Overlay() {
            @Override
            public String key() {
                return records;
            }

            @Override
            public String records() {
                return records;
            }
        };
    }

    private Overlay planned(Asked asked, List<Plan> plans, Execution.Wishes wishes) {
        List<Plan> own = new ArrayList<>(plans);
        return new Overlay() {
            @Override
            public String key() {
                return execution.key(asked, own, wishes);
            }

            @Override
            public String records() {
                return own.isEmpty()
                        ? AnnotationRecords.none("")
                        : AnnotationRecords.of(
                                execution.parts(asked, own, wishes).get(0).table());
            }
        };
    }

    private static Overlay none(String error) {
        return new Overlay() {
            @Override
            public String key() {
                return error;
            }

            @Override
            public String records() {
                return AnnotationRecords.none(error);
            }
        };
    }
}
