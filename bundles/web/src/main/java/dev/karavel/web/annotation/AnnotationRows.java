package dev.karavel.web.annotation;

import dev.karavel.api.catalog.Annotation;
import dev.karavel.api.catalog.AnnotationLayer;
import dev.karavel.api.catalog.Stamp;
import dev.karavel.api.catalog.Users;
import dev.karavel.web.list.People;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Layers and annotations as routes show them. */
@Component(service = AnnotationRows.class)
public final class AnnotationRows {
    private final Users users;

    @Activate
    public AnnotationRows(@Reference Users users) {
        this.users = users;
    }

    List<Map<String, Object>> layers(List<AnnotationLayer> layers) {
        return rows(layers, AnnotationRows::layer, AnnotationLayer::stamp);
    }

    List<Map<String, Object>> annotations(List<Annotation> annotations) {
        return rows(annotations, AnnotationRows::annotation, Annotation::stamp);
    }

    private <T> List<Map<String, Object>> rows(
            List<T> things, Function<T, Map<String, Object>> shown, Function<T, Stamp> stamp) {
        People people = new People(users, things.stream().map(stamp).toList(), List.of(), Instant.now());
        return things.stream()
                .map(thing -> {
                    Map<String, Object> row = shown.apply(thing);
                    people.put(row, stamp.apply(thing));
                    return row;
                })
                .toList();
    }

    static Map<String, Object> layer(AnnotationLayer layer) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("id", layer.id());
        row.put("uuid", layer.uuid().toString());
        row.put("version", layer.version());
        row.put("name", layer.name());
        row.put("descr", layer.description());
        return row;
    }

    static Map<String, Object> annotation(Annotation annotation) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("id", annotation.id());
        row.put("uuid", annotation.uuid().toString());
        row.put("version", annotation.version());
        row.put("short_descr", annotation.title());
        row.put("long_descr", annotation.text());
        row.put("start_dttm", DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(annotation.begin()));
        row.put("end_dttm", DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(annotation.end()));
        row.put("json_metadata", annotation.metadata());
        row.put("layer", Map.of("id", annotation.layerId()));
        return row;
    }
}
