package dev.karavel.sql.inspect;

import dev.karavel.spi.data.SqlSyntax;
import dev.karavel.spi.data.SqlSyntax.Folding;
import dev.karavel.spi.data.TableName;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A place where a statement names a table.
 *
 * @param parts from the catalog or schema to the table itself
 * @param alias whether one follows
 * @param sampled whether only some of its rows are read, whichever
 */
record TableUse(List<Token> parts, boolean alias, boolean sampled) {
    TableUse {
        parts = List.copyOf(parts);
    }

    Token last() {
        return parts.get(parts.size() - 1);
    }

    int start() {
        return parts.get(0).start();
    }

    int end() {
        return last().end();
    }

    Optional<Token> schema() {
        return parts.size() > 1 ? Optional.of(parts.get(parts.size() - 2)) : Optional.empty();
    }

    Optional<Token> catalog() {
        return parts.size() > 2 ? Optional.of(parts.get(0)) : Optional.empty();
    }

    String written() {
        return parts.stream().map(Token::image).collect(Collectors.joining("."));
    }

    /** As the warehouse knows it; a catalog stands in front of the schema, so that no other catalog's table is taken for it. */
    TableName name(SqlSyntax syntax) {
        Optional<String> schema = schema().map(part -> folded(part, syntax));
        return new TableName(
                schema.map(name ->
                        catalog().map(part -> folded(part, syntax) + "." + name).orElse(name)),
                folded(last(), syntax));
    }

    static String folded(Token part, SqlSyntax syntax) {
        if (part.kind() == Token.Kind.QUOTED) {
            return part.name();
        }
        return switch (syntax.folding()) {
            case UPPER -> part.image().toUpperCase(Locale.ROOT);
            case LOWER -> part.image().toLowerCase(Locale.ROOT);
            case NONE, IGNORED -> part.image();
        };
    }

    /** Equal for two spellings that the warehouse surely takes for the same name. */
    static String key(Token part, SqlSyntax syntax) {
        boolean ignored =
                part.kind() == Token.Kind.QUOTED ? syntax.quotedNamesIgnoreCase() : syntax.folding() == Folding.IGNORED;
        return ignored || syntax.quotedNamesIgnoreCase() ? part.name().toLowerCase(Locale.ROOT) : folded(part, syntax);
    }

    /** Whether it may be that table, by the reading that is safer for it. */
    boolean mayBe(TableName table, boolean schemaMayBeCatalog) {
        boolean sameSchema = schema().isEmpty()
                || table.schema().filter(name -> !name.isBlank()).isEmpty()
                || catalog().isEmpty() && schemaMayBeCatalog
                || lastPart(table.schema().get())
                        .equalsIgnoreCase(schema().get().name());
        return sameSchema && last().name().equalsIgnoreCase(table.name());
    }

    /** Whether a warehouse may take it for that table though its letters are others: {@code ſales}, {@code sáles}. */
    boolean resembles(TableName table) {
        return !last().name().equalsIgnoreCase(table.name())
                && bare(last().name()).equals(bare(table.name()));
    }

    private static String lastPart(String schema) {
        return schema.substring(schema.lastIndexOf('.') + 1);
    }

    private static String bare(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "")
                .toUpperCase(Locale.ROOT)
                .toLowerCase(Locale.ROOT)
                .strip();
    }
}
