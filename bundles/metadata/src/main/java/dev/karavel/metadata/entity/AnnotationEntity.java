package dev.karavel.metadata.entity;

import dev.karavel.api.catalog.Annotation;
import dev.karavel.api.error.KaravelException;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Lob;
import jakarta.persistence.Table;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;

@Entity
@Table(name = "annotation")
public class AnnotationEntity extends StampedEntity<Annotation> {
    @Column(name = "layer_id")
    private long layerId;

    @Column(name = "start_dttm")
    private LocalDateTime begin;

    @Column(name = "end_dttm")
    private LocalDateTime end;

    @Column(name = "short_descr")
    private String title;

    @Lob
    @Column(name = "long_descr")
    private String text;

    @Lob
    @Column(name = "json_metadata")
    private String metadata;

    @Override
    public Annotation read() {
        return new Annotation(
                id(), uuid(), version(), layerId, begin, end, title, Fields.read(text), Fields.read(metadata), stamp());
    }

    @Override
    public void write(Annotation from, RoleLookup roles) {
        if (from.end().isBefore(from.begin())) {
            throw KaravelException.invalid("end_dttm", "end_dttm is before start_dttm: an annotation ends later");
        }
        layerId = from.layerId();
        begin = from.begin().truncatedTo(ChronoUnit.MILLIS);
        end = from.end().truncatedTo(ChronoUnit.MILLIS);
        title = Fields.name("short_descr", from.title(), 500);
        text = Fields.text("long_descr", from.text());
        metadata = Fields.text("json_metadata", from.metadata());
        stamp(from.stamp());
    }
}
