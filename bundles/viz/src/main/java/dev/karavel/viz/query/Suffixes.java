package dev.karavel.viz.query;

import dev.karavel.spi.viz.FormData;
import dev.karavel.viz.descriptor.Descriptor;
import java.util.LinkedHashMap;
import java.util.Map;

/** A question whose controls end in a suffix reads them as if they did not; the rest it shares with the other questions. */
final class Suffixes {
    private Suffixes() {}

    static FormData read(FormData data, Descriptor descriptor, String suffix) {
        if (suffix.isEmpty()) {
            return data;
        }
        Map<String, Object> values = new LinkedHashMap<>(data.values());
        descriptor.controls().stream()
                .filter(control -> control.endsWith(suffix))
                .forEach(control -> values.remove(base(control, suffix)));
        data.values().forEach((control, value) -> {
            if (control.endsWith(suffix)) {
                values.put(base(control, suffix), value);
            }
        });
        return new FormData(values);
    }

    private static String base(String control, String suffix) {
        return control.substring(0, control.length() - suffix.length());
    }
}
