package dev.karavel.metadata.repository;

import dev.karavel.api.catalog.Annotation;
import dev.karavel.api.catalog.Annotations;
import dev.karavel.api.catalog.Visibility;
import dev.karavel.api.event.Topics;
import dev.karavel.metadata.entity.AnnotationEntity;
import dev.karavel.metadata.list.ListColumns;
import dev.karavel.metadata.list.Where;
import dev.karavel.metadata.store.Transactions;
import java.util.Comparator;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.event.EventAdmin;

@Component
public final class StoredAnnotations extends StoredRepository<AnnotationEntity, Annotation> implements Annotations {
    private static final Kind<AnnotationEntity> KIND = new Kind<>(
            AnnotationEntity.class,
            "Annotation",
            "annotation",
            Topics.ANNOTATION_CHANGED,
            " left join e.creator creator left join e.changer changer",
            new ListColumns("annotations", "start_dttm", true)
                    .text("short_descr", "e.title")
                    .search("short_descr", "annotation_all_text", "e.title", "e.text")
                    .one("layer", "e.layerId")
                    .time("start_dttm", "e.begin")
                    .time("end_dttm", "e.end")
                    .stamped());

    @Activate
    public StoredAnnotations(@Reference Transactions transactions, @Reference EventAdmin events) {
        super(KIND, transactions, events);
    }

    @Override
    AnnotationEntity fresh() {
        return new AnnotationEntity();
    }

    /** They belong to nobody: who may read annotations is shown all of them. */
    @Override
    void limit(Visibility.Limited visibility, Where where) {
        where.and("1 = 0");
    }

    @Override
    public List<Annotation> ofLayer(long layerId) {
        return findAll("e.layerId = ?1", layerId).stream()
                .sorted(Comparator.comparing(Annotation::begin))
                .toList();
    }
}
