package dev.karavel.api.render;

import java.util.Objects;

/**
 * Rows instead of a question: an entry of a plugin's gallery.
 *
 * @param formData a JSON object
 * @param results a JSON array of {@code {columns, values}}, as {@code gallery.json} has them, one per question
 * @param annotations a JSON object of records by layer
 */
public record Sample(String title, String vizType, String formData, String results, String annotations) {
    public Sample {
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(vizType, "vizType");
        Objects.requireNonNull(formData, "formData");
        Objects.requireNonNull(results, "results");
        Objects.requireNonNull(annotations, "annotations");
    }
}
