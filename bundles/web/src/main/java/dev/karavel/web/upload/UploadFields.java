package dev.karavel.web.upload;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.karavel.api.error.KaravelException;
import dev.karavel.api.sql.UploadOptions;
import dev.karavel.api.sql.Uploads.Kind;
import dev.karavel.spi.data.ColumnType;
import dev.karavel.spi.data.IfExists;
import dev.karavel.web.json.Json;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The fields of Superset's upload form. */
final class UploadFields {
    private static final int LONGEST_DELIMITER = 4;

    private final UploadForm form;

    UploadFields(UploadForm form) {
        this.form = form;
    }

    static Kind kind(String type) {
        return switch (String.valueOf(type).toLowerCase(Locale.ROOT)) {
            case "csv" -> Kind.CSV;
            case "excel" -> Kind.EXCEL;
            case "columnar" -> Kind.COLUMNAR;
            default -> throw KaravelException.invalid("type", "The type is csv, excel or columnar");
        };
    }

    Kind kind() {
        return kind(form.text("type").orElse(""));
    }

    IfExists existing() {
        return switch (form.text("already_exists").orElse("fail")) {
            case "fail" -> IfExists.FAIL;
            case "replace" -> IfExists.REPLACE;
            case "append" -> IfExists.APPEND;
            default -> throw KaravelException.invalid("already_exists", "It is fail, replace or append");
        };
    }

    UploadOptions options() {
        boolean index = flag("dataframe_index");
        return new UploadOptions(
                delimiter(),
                whole("skip_rows").orElse(0),
                header(),
                whole("rows_to_read").filter(rows -> rows > 0),
                Set.copyOf(nulls()),
                names("column_dates"),
                flag("day_first"),
                decimalSign(),
                types(),
                form.text("sheet_name"),
                names("columns_read"),
                index ? Optional.of(form.text("index_label").orElse("index")) : Optional.empty());
    }

    private Optional<String> delimiter() {
        Optional<String> given = form.raw("delimiter").map(text -> text.equals("\\t") ? "\t" : text);
        given.filter(text -> text.length() > LONGEST_DELIMITER || text.matches("(?s).*[\"\r\n].*"))
                .ifPresent(wrong -> {
                    throw KaravelException.invalid("delimiter", "A delimiter is a sign such as , ; or a tab");
                });
        return given;
    }

    /** Absent: the first row; -1: the file has no names. */
    private Optional<Integer> header() {
        return form.text("header_row").isEmpty()
                ? Optional.of(0)
                : Optional.of(number("header_row", -1)).filter(row -> row >= 0);
    }

    private char decimalSign() {
        String sign = form.text("decimal_character").orElse(".");
        if (!sign.equals(".") && !sign.equals(",")) {
            throw KaravelException.invalid("decimal_character", "The decimal sign is a point or a comma");
        }
        return sign.charAt(0);
    }

    private Set<String> nulls() {
        Optional<String> text = form.raw("null_values");
        if (text.isEmpty()) {
            return Set.of();
        }
        if (text.get().startsWith("[")) {
            Set<String> words = new HashSet<>();
            json("null_values", text.get()).forEach(word -> words.add(word.asText()));
            return words;
        }
        return new HashSet<>(Arrays.asList(text.get().split(",", -1)));
    }

    private Map<String, ColumnType> types() {
        Optional<String> text = form.text("column_data_types");
        if (text.isEmpty()) {
            return Map.of();
        }
        JsonNode given = json("column_data_types", text.get());
        if (!given.isObject()) {
            throw KaravelException.invalid("column_data_types", "It is a JSON object: {\"column\": \"int\"}");
        }
        Map<String, ColumnType> types = new HashMap<>();
        given.properties()
                .forEach(each -> types.put(each.getKey(), type(each.getValue().asText())));
        return types;
    }

    /** In the words of pandas, and in ours. */
    private static ColumnType type(String word) {
        String plain = word.toLowerCase(Locale.ROOT).replaceAll("\\[.*]", "").replaceAll("\\d+$", "");
        return switch (plain) {
            case "int", "uint", "integer", "bigint" -> ColumnType.INTEGER;
            case "float", "double", "decimal", "numeric" -> ColumnType.DECIMAL;
            case "bool", "boolean" -> ColumnType.BOOLEAN;
            case "date" -> ColumnType.DATE;
            case "datetime", "timestamp" -> ColumnType.TIMESTAMP;
            case "str", "string", "object", "text", "category", "varchar" -> ColumnType.TEXT;
            default ->
                throw KaravelException.invalid(
                        "column_data_types", "A type is int, float, bool, date, datetime or str");
        };
    }

    private List<String> names(String field) {
        String text = form.text(field).orElse("").strip();
        if (text.startsWith("[")) {
            List<String> names = new java.util.ArrayList<>();
            json(field, text).forEach(name -> names.add(name.asText()));
            return names;
        }
        return text.isEmpty()
                ? List.of()
                : Arrays.stream(text.split(",")).map(String::strip).toList();
    }

    private boolean flag(String field) {
        return form.text(field)
                .map(text -> text.equalsIgnoreCase("true") || text.equals("1") || text.equals("on"))
                .orElse(false);
    }

    private Optional<Integer> whole(String field) {
        return form.text(field).isEmpty() ? Optional.empty() : Optional.of(number(field, 0));
    }

    private int number(String field, int least) {
        try {
            int number = Integer.parseInt(form.text(field).orElse("").strip());
            if (number >= least) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw KaravelException.invalid(field, "The field " + field + " has to be a whole number");
        }
        throw KaravelException.invalid(field, "The field " + field + " has to be at least " + least);
    }

    private static JsonNode json(String field, String text) {
        try {
            return Json.read(text);
        } catch (JsonProcessingException e) {
            throw KaravelException.invalid(field, "The field " + field + " is not valid JSON");
        }
    }
}
