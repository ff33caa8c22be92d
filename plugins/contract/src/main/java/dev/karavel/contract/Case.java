package dev.karavel.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.NumericNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

/** An input to draw, and the ways real data makes it hard. */
record Case(String name, ObjectNode json) {
    private static final String HOSTILE = "<img src=x onerror=alert(1)>\"'&{b|x}</text><script>alert(2)</script>";
    private static final int MANY = 10_000;
    private static final double[] HARD = {1e12, -1e9, 1e-9, 1};

    Case shown(String mode, int width, int height) {
        return changed(mode + " " + width + "×" + height, copy -> {
            copy.put("mode", mode);
            copy.putObject("size").put("width", width).put("height", height);
            return copy;
        });
    }

    Case withRows(String called, int count) {
        return eachColumn(called, (type, column) -> {
            ArrayNode cells = json.arrayNode();
            for (int row = 0; row < Math.min(count, column.size()); row++) {
                cells.add(column.get(row));
            }
            return cells;
        });
    }

    Case withoutValues() {
        return eachCell("nothing but nulls", (type, cell) -> NullNode.getInstance());
    }

    Case negative() {
        return eachCell(
                "negative values",
                (type, cell) -> type.equals("number") && cell instanceof NumericNode number
                        ? json.numberNode(-number.doubleValue())
                        : cell);
    }

    /** Amounts of a state's budget in a small currency, of either sign, among fractions of a grain. */
    Case withHugeNumbers() {
        int[] turn = {0};
        return eachCell(
                "huge, tiny and negative numbers",
                (type, cell) -> type.equals("number") && cell instanceof NumericNode number
                        ? json.numberNode(number.doubleValue() * HARD[turn[0]++ % HARD.length])
                        : cell);
    }

    /** Every third cell is missing, in each column at other rows. */
    Case withGaps() {
        int[] turn = {0};
        return eachCell("gaps", (type, cell) -> turn[0]++ % 3 == 1 ? NullNode.getInstance() : cell);
    }

    /** A scale without extent, and a share of nothing. */
    Case allTheSame(double value) {
        return eachCell(
                "every number is " + value,
                (type, cell) -> type.equals("number") && !cell.isNull() ? json.numberNode(value) : cell);
    }

    /** All at once, as nobody arranged it: long names, huge numbers, gaps, thousands of rows. */
    Case extreme() {
        return withLongLabels()
                .withHugeNumbers()
                .withGaps()
                .withManyRows()
                .changed("everything at once", UnaryOperator.identity());
    }

    /** Names of columns stay: they are how form data finds them. */
    Case hostile() {
        Case rows = eachCell(
                "hostile labels",
                (type, cell) -> type.equals("text") && !cell.isNull() ? new TextNode(HOSTILE + cell.asText()) : cell);
        rows.json.path("results").forEach(result -> result.path("columns").forEach(column -> ((ObjectNode) column)
                .put("label", HOSTILE + column.path("label").asText())));
        rows.json.path("annotations").forEach(layer -> layer.path("records").forEach(Case::hostile));
        return rows;
    }

    private static void hostile(JsonNode record) {
        record.properties().forEach(field -> {
            if (field.getValue().isTextual()) {
                field.setValue(new TextNode(HOSTILE + field.getValue().asText()));
            }
        });
    }

    Case withLongLabels() {
        return eachCell(
                "very long labels",
                (type, cell) -> type.equals("text") && !cell.isNull()
                        ? new TextNode((cell.asText() + " of a very long name ").repeat(20))
                        : cell);
    }

    /** The sample's rows again and again, each under a new name and a later time. */
    Case withManyRows() {
        return eachColumn(MANY + " rows", (type, cells) -> {
            ArrayNode more = json.arrayNode();
            for (int row = 0; row < MANY && !cells.isEmpty(); row++) {
                more.add(repeated(type, cells.get(row % cells.size()), row / cells.size()));
            }
            return more;
        });
    }

    Case chosen() {
        return changed("one value chosen by a cross-filter", copy -> {
            for (JsonNode column : json.path("results").path(0).path("values")) {
                copy.putArray("selected").add(column.get(0));
                if (column.get(0).isTextual()) {
                    break;
                }
            }
            return copy;
        });
    }

    /** As if a click had chosen these. */
    Case choosing(JsonNode values) {
        return changed("chosen: " + values, copy -> copy.set("selected", values));
    }

    Case withoutSettings() {
        return changed("settings that name nothing", copy -> {
            copy.putObject("formData");
            return copy;
        });
    }

    private static JsonNode repeated(String type, JsonNode cell, int round) {
        if (round == 0 || cell.isNull()) {
            return cell;
        }
        return switch (type) {
            case "text" -> new TextNode(cell.asText() + " " + round % 60);
            case "time" -> com.fasterxml.jackson.databind.node.LongNode.valueOf(cell.asLong() + round * 3_600_000L);
            default -> cell;
        };
    }

    private Case eachCell(String called, BiFunction<String, JsonNode, JsonNode> change) {
        return eachColumn(called, (type, column) -> {
            ArrayNode cells = json.arrayNode();
            column.forEach(cell -> cells.add(change.apply(type, cell)));
            return cells;
        });
    }

    private Case eachColumn(String called, BiFunction<String, JsonNode, ArrayNode> change) {
        return changed(called, copy -> {
            for (JsonNode result : copy.path("results")) {
                ArrayNode values = json.arrayNode();
                for (int index = 0; index < result.path("columns").size(); index++) {
                    String type =
                            result.path("columns").path(index).path("type").asText();
                    values.add(change.apply(type, result.path("values").path(index)));
                }
                ((ObjectNode) result).set("values", values);
            }
            return copy;
        });
    }

    private Case changed(String called, UnaryOperator<ObjectNode> change) {
        return new Case(name + ", " + called, change.apply(json.deepCopy()));
    }
}
