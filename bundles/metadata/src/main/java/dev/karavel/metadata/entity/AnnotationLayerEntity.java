package dev.karavel.metadata.entity;

import dev.karavel.api.catalog.AnnotationLayer;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

@Entity
@Table(name = "annotation_layer")
public class AnnotationLayerEntity extends StampedEntity<AnnotationLayer> {
    @Column(name = "name")
    private String name;

    @Column(name = "descr")
    private String description;

    @Override
    public AnnotationLayer read() {
        return new AnnotationLayer(id(), uuid(), version(), name, Fields.read(description), stamp());
    }

    @Override
    public void write(AnnotationLayer from, RoleLookup roles) {
        name = Fields.name("name", from.name(), 250);
        description = Fields.text("descr", from.description(), 16_000);
        stamp(from.stamp());
    }
}
