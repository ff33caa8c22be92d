package dev.karavel.api.catalog;

import org.osgi.annotation.versioning.ProviderType;

/** The layers of annotations. One that has annotations is not deleted: CONFLICT. */
@ProviderType
public interface AnnotationLayers extends Repository<AnnotationLayer> {}
