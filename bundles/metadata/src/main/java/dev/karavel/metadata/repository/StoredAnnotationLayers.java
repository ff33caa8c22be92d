package dev.karavel.metadata.repository;

import dev.karavel.api.catalog.AnnotationLayer;
import dev.karavel.api.catalog.AnnotationLayers;
import dev.karavel.api.catalog.Visibility;
import dev.karavel.api.event.Topics;
import dev.karavel.metadata.entity.AnnotationLayerEntity;
import dev.karavel.metadata.list.ListColumns;
import dev.karavel.metadata.list.Where;
import dev.karavel.metadata.store.Transactions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.event.EventAdmin;

@Component
public final class StoredAnnotationLayers extends StoredRepository<AnnotationLayerEntity, AnnotationLayer>
        implements AnnotationLayers {
    private static final Kind<AnnotationLayerEntity> KIND = new Kind<>(
            AnnotationLayerEntity.class,
            "Annotation layer",
            "annotation_layer",
            Topics.ANNOTATION_LAYER_CHANGED,
            " left join e.creator creator left join e.changer changer",
            new ListColumns("annotation layers", "name", false)
                    .text("name", "e.name")
                    .text("descr", "e.description")
                    .search("name", "annotation_layer_all_text", "e.name", "e.description")
                    .stamped());

    @Activate
    public StoredAnnotationLayers(@Reference Transactions transactions, @Reference EventAdmin events) {
        super(KIND, transactions, events);
    }

    @Override
    AnnotationLayerEntity fresh() {
        return new AnnotationLayerEntity();
    }

    /** They belong to nobody: who may read annotations is shown all of them. */
    @Override
    void limit(Visibility.Limited visibility, Where where) {
        where.and("1 = 0");
    }
}
