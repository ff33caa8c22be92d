package dev.karavel.web.metrics;

import dev.karavel.api.sql.Times;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Text in Prometheus' exposition format 0.0.4. Names end as its conventions say: _total, _seconds, _bytes. */
final class Exposition {
    private static final double NANOS = 1e9;

    private final StringBuilder text = new StringBuilder();

    /** Begins a family; its samples follow at once. */
    Exposition family(String name, String type, String help) {
        text.append("# HELP ").append(name).append(' ').append(help).append('\n');
        text.append("# TYPE ").append(name).append(' ').append(type).append('\n');
        return this;
    }

    Exposition sample(String name, Map<String, String> labels, double value) {
        text.append(name);
        if (!labels.isEmpty()) {
            text.append(labels.entrySet().stream()
                    .map(label -> label.getKey() + "=\"" + escaped(label.getValue()) + "\"")
                    .collect(Collectors.joining(",", "{", "}")));
        }
        text.append(' ').append(number(value)).append('\n');
        return this;
    }

    Exposition single(String name, String type, String help, double value) {
        return family(name, type, help).sample(name, Map.of(), value);
    }

    Exposition histogram(String name, Map<String, String> labels, Times times) {
        for (int i = 0; i < times.counts().size(); i++) {
            Map<String, String> bucket = new LinkedHashMap<>(labels);
            bucket.put("le", i < Times.BOUNDS.size() ? number(seconds(Times.BOUNDS.get(i))) : "+Inf");
            sample(name + "_bucket", bucket, times.counts().get(i));
        }
        sample(name + "_sum", labels, seconds(times.total()));
        return sample(name + "_count", labels, times.count());
    }

    static double seconds(Duration duration) {
        return duration.toNanos() / NANOS;
    }

    private static String number(double value) {
        return Double.isFinite(value)
                ? BigDecimal.valueOf(value).stripTrailingZeros().toPlainString()
                : value > 0 ? "+Inf" : value < 0 ? "-Inf" : "NaN";
    }

    private static String escaped(String label) {
        return label.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
