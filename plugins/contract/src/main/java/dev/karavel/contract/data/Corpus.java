package dev.karavel.contract.data;

import dev.karavel.spi.data.Dialect;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Statements people or attackers type: some for every warehouse, some for one. See README.md beside the files. */
final class Corpus {
    private static final Pattern NAME = Pattern.compile("\\[([^\\[\\],0-9':]+)]");
    private static final Pattern CHARACTER = Pattern.compile("\\{U\\+([0-9A-F]{4,6})}");
    private static final String SECTION = "--@ ";

    private final Dialect dialect;

    Corpus(Dialect dialect) {
        this.dialect = dialect;
    }

    /** Honest ones. */
    List<String> accepted() {
        return all("accepted.sql");
    }

    /** Adversarial ones. */
    List<String> refused() {
        return all("refused.sql");
    }

    private List<String> all(String file) {
        List<String> statements = new ArrayList<>(read("inspect/" + file));
        String own = dialect.id().equals("mariadb") ? "mysql" : dialect.id();
        statements.addAll(read("inspect/" + own + "/" + file));
        return statements;
    }

    private List<String> read(String path) {
        String text;
        try (InputStream file = Corpus.class.getResourceAsStream(path)) {
            if (file == null) {
                return List.of();
            }
            text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List<String> statements = new ArrayList<>();
        boolean ours = true;
        for (String paragraph : text.split("\n\\s*\n")) {
            String each = paragraph.strip();
            if (each.startsWith(SECTION)) {
                String[] lines = each.split("\n", 2);
                ours = isOurs(lines[0].substring(SECTION.length()).trim());
                each = lines.length > 1 ? lines[1].strip() : "";
            }
            if (ours && !each.isEmpty()) {
                statements.add(typed(each));
            }
        }
        return statements;
    }

    private boolean isOurs(String section) {
        boolean named = Set.of(section.split("[ ,]+")).contains(dialect.id());
        return section.startsWith("only ") ? named : !named;
    }

    /** Names in square brackets as the warehouse quotes them, and characters that a text file does not show. */
    private String typed(String text) {
        String quoted = NAME.matcher(text).replaceAll(name -> Matcher.quoteReplacement(dialect.quote(name.group(1))));
        return CHARACTER
                .matcher(quoted)
                .replaceAll(code -> Matcher.quoteReplacement(Character.toString(Integer.parseInt(code.group(1), 16))));
    }
}
