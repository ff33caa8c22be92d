package dev.karavel.api.catalog;

import java.util.Objects;
import java.util.UUID;

/** A set of annotations that charts over time can draw: releases, holidays, outages. */
public record AnnotationLayer(long id, UUID uuid, int version, String name, String description, Stamp stamp)
        implements Stored {
    public AnnotationLayer {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(description, "description");
        Objects.requireNonNull(stamp, "stamp");
    }
}
