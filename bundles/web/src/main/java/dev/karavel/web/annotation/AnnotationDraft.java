package dev.karavel.web.annotation;

import com.fasterxml.jackson.databind.JsonNode;
import dev.karavel.api.catalog.Annotation;
import dev.karavel.api.catalog.AnnotationLayer;
import dev.karavel.api.catalog.Stamp;
import dev.karavel.api.error.KaravelException;
import dev.karavel.api.security.Principal;
import dev.karavel.web.json.Fields;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.TemporalAccessor;
import java.util.Optional;

/** What people send, as layers and annotations. */
final class AnnotationDraft {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd[['T'][' ']HH:mm[:ss[.SSSSSS][.SSS]][XXX][X]]");

    private AnnotationDraft() {}

    static AnnotationLayer newLayer(Fields fields, Principal principal) {
        fields.requiredText("name");
        return layer(new AnnotationLayer(0, null, 0, "", "", Stamp.none()), fields, principal);
    }

    static AnnotationLayer layer(AnnotationLayer old, Fields fields, Principal principal) {
        return new AnnotationLayer(
                old.id(),
                old.uuid(),
                old.version(),
                fields.has("name") ? fields.requiredText("name") : old.name(),
                fields.text("descr", old.description()),
                old.stamp().by(principal.userId()));
    }

    static Annotation newAnnotation(long layerId, Fields fields, Principal principal) {
        fields.requiredText("short_descr");
        LocalDateTime begin = time(fields, "start_dttm", Optional.empty());
        LocalDateTime end = time(fields, "end_dttm", Optional.of(begin));
        return annotation(
                new Annotation(0, null, 0, layerId, begin, end, "", "", "{}", Stamp.none()), fields, principal);
    }

    static Annotation annotation(Annotation old, Fields fields, Principal principal) {
        return new Annotation(
                old.id(),
                old.uuid(),
                old.version(),
                old.layerId(),
                time(fields, "start_dttm", Optional.of(old.begin())),
                time(fields, "end_dttm", Optional.of(old.end())),
                fields.has("short_descr") ? fields.requiredText("short_descr") : old.title(),
                fields.text("long_descr", old.text()),
                fields.jsonText("json_metadata", old.metadata()),
                old.stamp().by(principal.userId()));
    }

    /** By the clock that charts show; one with an offset is taken to UTC. */
    private static LocalDateTime time(Fields fields, String name, Optional<LocalDateTime> current) {
        JsonNode sent = fields.node(name);
        if (sent.isMissingNode() || sent.isNull()) {
            return current.orElseThrow(() -> KaravelException.invalid(name, "The field " + name + " is missing"));
        }
        try {
            TemporalAccessor read =
                    TIME.parseBest(sent.asText().strip(), OffsetDateTime::from, LocalDateTime::from, LocalDate::from);
            if (read instanceof OffsetDateTime moment) {
                return moment.withOffsetSameInstant(ZoneOffset.UTC).toLocalDateTime();
            }
            return read instanceof LocalDate day ? day.atStartOfDay() : (LocalDateTime) read;
        } catch (DateTimeParseException e) {
            throw KaravelException.invalid(
                    name, "The field " + name + " has to be a time such as 2024-05-01T08:30:00 or 2024-05-01");
        }
    }
}
