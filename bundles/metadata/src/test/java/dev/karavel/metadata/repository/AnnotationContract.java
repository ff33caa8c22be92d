package dev.karavel.metadata.repository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.karavel.api.catalog.Annotation;
import dev.karavel.api.catalog.AnnotationLayer;
import dev.karavel.api.catalog.ListQuery;
import dev.karavel.api.catalog.ListQuery.Condition;
import dev.karavel.api.catalog.Visibility;
import dev.karavel.api.error.ErrorCode;
import dev.karavel.api.error.KaravelException;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Annotations belong to a layer and stand in the order of time. */
abstract class AnnotationContract extends DatabaseTest {
    private static final LocalDateTime MAY = LocalDateTime.parse("2024-05-01T08:30:00.125");
    private static final LocalDateTime JUNE = LocalDateTime.parse("2024-06-01T00:00:00");

    private AnnotationLayer releases;

    @BeforeEach
    void makeALayer() {
        releases = all.annotationLayer("Releases");
    }

    @Test
    void layersAndAnnotationsComeBackAsTheyWereSaved() {
        Annotation first = all.annotation(releases, "1.0", MAY, JUNE);

        assertThat(all.annotationLayers.find(releases.id())).contains(releases);
        assertThat(all.annotations.find(first.id())).contains(first);
        assertThat(first.begin()).isEqualTo(MAY);
    }

    @Test
    void annotationsOfALayerAreToldInTheOrderOfTime() {
        Annotation later = all.annotation(releases, "2.0", JUNE, JUNE);
        Annotation earlier = all.annotation(releases, "1.0", MAY, MAY);
        all.annotation(all.annotationLayer("Outages"), "1.0", MAY, MAY);

        assertThat(all.annotations.ofLayer(releases.id())).containsExactly(earlier, later);
        assertThat(all.annotations.ofLayer(4711)).isEmpty();
    }

    @Test
    void theListOfALayerIsFilteredAndSearched() {
        Annotation first = all.annotation(releases, "Spring release", MAY, MAY);
        all.annotation(releases, "Summer release", JUNE, JUNE);

        assertThat(list(new Condition("layer", "rel_o_m", releases.id()))).hasSize(2);
        assertThat(list(
                        new Condition("layer", "rel_o_m", releases.id()),
                        new Condition("short_descr", "annotation_all_text", "SPRING")))
                .containsExactly(first);
    }

    @Test
    void aTitleIsTakenOnceInALayer() {
        all.annotation(releases, "1.0", MAY, MAY);
        refused(ErrorCode.CONFLICT, "short_descr", () -> all.annotation(releases, "1.0", JUNE, JUNE));
        refused(ErrorCode.CONFLICT, "name", () -> all.annotationLayer("Releases"));
    }

    @Test
    void anAnnotationDoesNotEndBeforeItBegins() {
        refused(ErrorCode.INVALID_REQUEST, "end_dttm", () -> all.annotation(releases, "1.0", JUNE, MAY));
    }

    @Test
    void aLayerWithAnnotationsStaysUntilTheyAreGone() {
        Annotation only = all.annotation(releases, "1.0", MAY, MAY);
        assertThatThrownBy(() -> all.annotationLayers.delete(releases.id()))
                .isInstanceOf(KaravelException.class)
                .hasMessageContaining("used by annotations");

        assertThat(all.annotations.delete(only.id())).isTrue();
        assertThat(all.annotationLayers.delete(releases.id())).isTrue();
    }

    private List<Annotation> list(Condition... conditions) {
        return all.annotations
                .list(new ListQuery(List.of(conditions), "", false, 0, 10, new Visibility.All()))
                .items();
    }

    private static void refused(ErrorCode code, String field, Runnable work) {
        assertThatThrownBy(work::run).isInstanceOfSatisfying(KaravelException.class, e -> {
            assertThat(e.code()).isEqualTo(code);
            assertThat(e.field()).isEqualTo(field);
        });
    }
}
