package dev.karavel.template.filter;

import dev.karavel.api.template.Outside;
import dev.karavel.template.run.Run;
import dev.karavel.template.run.TemplateFault;
import dev.karavel.template.value.Numbers;
import dev.karavel.template.value.Text;
import dev.karavel.template.value.Values;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;

/** Values as JSON, with the characters that Jinja escapes: no quote of SQL is in it. */
final class Json {
    private static final int DEEPEST = 30;

    private final Run run;
    private final StringBuilder json = new StringBuilder();
    private boolean outside;

    private Json(Run run) {
        this.run = run;
    }

    static Object of(Run run, Object value) {
        Json json = new Json(run);
        json.write(value, 0);
        String text = json.json.toString();
        run.budget().characters(text.length());
        return json.outside ? new Outside(text) : text;
    }

    private void write(Object value, int depth) {
        run.budget().step();
        if (depth > DEEPEST) {
            throw new TemplateFault(run.line(), "A value is nested more than " + DEEPEST + " deep");
        }
        if (value == null) {
            json.append("null");
        } else if (value instanceof Boolean truth) {
            json.append(truth);
        } else if (Numbers.is(value)) {
            json.append(Text.raw(Values.text(value, run.budget())));
        } else if (value instanceof LocalDate || value instanceof LocalDateTime) {
            string(value.toString());
        } else if (Text.is(value)) {
            outside |= !Text.isSafe(value);
            string(Text.raw(value));
        } else if (value instanceof List<?> list) {
            list(list, depth);
        } else if (value instanceof Map<?, ?> map) {
            object(map, depth);
        } else {
            throw new TemplateFault(run.line(), Values.typeName(value) + " has no JSON");
        }
    }

    private void list(List<?> list, int depth) {
        json.append('[');
        for (int i = 0; i < list.size(); i++) {
            json.append(i == 0 ? "" : ", ");
            write(list.get(i), depth + 1);
        }
        json.append(']');
    }

    private void object(Map<?, ?> map, int depth) {
        json.append('{');
        int begin = json.length();
        map.forEach((key, value) -> {
            json.append(json.length() == begin ? "" : ", ");
            outside |= key instanceof Outside;
            string(Text.raw(Values.text(key, run.budget())));
            json.append(": ");
            write(value, depth + 1);
        });
        json.append('}');
    }

    private void string(String text) {
        run.budget().characters(text.length() * 6L);
        json.append('"');
        for (char c : text.toCharArray()) {
            switch (c) {
                case '"' -> json.append("\\\"");
                case '\\' -> json.append("\\\\");
                case '\n' -> json.append("\\n");
                case '\r' -> json.append("\\r");
                case '\t' -> json.append("\\t");
                default -> {
                    if (c < ' ' || "<>&'".indexOf(c) >= 0) {
                        json.append(String.format("\\u%04x", (int) c));
                    } else {
                        json.append(c);
                    }
                }
            }
        }
        json.append('"');
    }
}
