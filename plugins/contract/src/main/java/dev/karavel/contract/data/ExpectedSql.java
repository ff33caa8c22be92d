package dev.karavel.contract.data;

import dev.karavel.api.sql.SqlQuestion;
import dev.karavel.spi.data.Aggregate;
import dev.karavel.spi.data.Capability;
import dev.karavel.spi.data.Dialect;
import dev.karavel.spi.data.QuerySpec;
import dev.karavel.spi.data.TableName;
import dev.karavel.spi.data.TimeGrain;
import dev.karavel.sql.inspect.Inspector;
import dev.karavel.sql.write.Labels;
import dev.karavel.sql.write.StatementWriter;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Everything a dialect says, as one text that people can read: tables of its words, then the statements of common questions. */
final class ExpectedSql {
    private static final LocalDateTime FROM = LocalDateTime.of(2024, 3, 1, 0, 0);
    private static final LocalDateTime TO = LocalDateTime.of(2024, 12, 1, 6, 30, 15);

    private final Dialect dialect;
    private final List<String> sourceTypes;
    private final StringBuilder text = new StringBuilder();

    ExpectedSql(Dialect dialect, List<String> sourceTypes) {
        this.dialect = dialect;
        this.sourceTypes = sourceTypes;
    }

    String text() {
        text.append("-- What ")
                .append(dialect.id())
                .append(" is sent. Made by ExpectedSqlContract; see the README beside the plugin.\n");
        line("can", new TreeSet<>(dialect.capabilities()).toString());
        line(
                "cannot",
                new TreeSet<>(Stream.of(Capability.values())
                                .filter(each -> !dialect.capabilities().contains(each))
                                .toList())
                        .toString());
        words();
        grains();
        literals();
        types();
        questions();
        return text.toString();
    }

    private void heading(String title) {
        text.append("\n-- == ").append(title).append(" ==\n");
    }

    private void line(String name, String sql) {
        text.append("-- ")
                .append(name)
                .append(": ")
                .append(sql.replace("\n", "\n--   "))
                .append('\n');
    }

    private void words() {
        heading("words");
        String time = dialect.quote("sold_at");
        line("name", dialect.quote("a \"b\" `c` [d] \\e"));
        line("table", new TableName(Optional.of("shop"), "sales").quoted(dialect));
        for (Aggregate aggregate : Aggregate.values()) {
            line(aggregate.name(), dialect.aggregate(aggregate, "x"));
        }
        if (dialect.capabilities().contains(Capability.PERCENTILE)) {
            line("median", dialect.percentile("x", 0.5));
        }
        line("like", dialect.likeIgnoringCase("x", dialect.literal("%Tea%"), false));
        line("not like", dialect.likeIgnoringCase("x", dialect.literal("%Tea%"), true));
        line("contains", dialect.contains("x", "O'B%r_i!e[n] \\"));
        line("plus an hour", dialect.plusSeconds(time, 3_600));
        line("minus an hour", dialect.plusSeconds(time, -3_600));
        line("Berlin", dialect.atZone(time, ZoneId.of("Europe/Berlin"), FROM, TO));
        line("page", dialect.page("SELECT a AS b FROM t", List.of(), 10, 20));
        line("skip", dialect.page("SELECT a AS b FROM t", List.of("b"), 0, 20));
        line("limit of typed SQL", dialect.limit("SELECT a FROM t UNION SELECT b FROM u", 10, 0));
        line("limit of ordered typed SQL", dialect.limit("SELECT a FROM t ORDER BY a", 10, 0));
    }

    private void grains() {
        heading("grains");
        for (TimeGrain grain : TimeGrain.values()) {
            line(grain.name(), dialect.truncate(grain, "t"));
        }
    }

    private void literals() {
        heading("literals");
        for (Object value : Arrays.asList(
                null,
                "plain",
                "O'Brien",
                "",
                "back\\slash",
                "two\nlines",
                "Länge 長さ",
                true,
                false,
                42,
                -7L,
                new BigDecimal("12.50"),
                0.1,
                LocalDate.of(2024, 2, 29),
                LocalDate.of(1, 1, 1),
                LocalDateTime.of(1969, 12, 31, 23, 59, 59),
                LocalDateTime.of(2024, 3, 31, 0, 0),
                LocalDateTime.of(2024, 3, 31, 2, 30, 0, 123_456_000))) {
            line(String.valueOf(value).replace("\n", "\\n"), dialect.literal(value));
        }
    }

    private void types() {
        heading("types");
        sourceTypes.forEach(type -> line(type, dialect.columnType(type).name()));
    }

    /** Of the questions, by their names. */
    Map<String, String> statements() {
        Typed typed = new Typed(dialect);
        Stream<Question> further = Stream.of(
                Question.of(
                                "days of a zone within bounds",
                                QuerySpec.builder()
                                        .column(CommonQuestions.at("sold_at", TimeGrain.DAY))
                                        .metric(CommonQuestions.REVENUE)
                                        .timeZone(Optional.of(ZoneId.of("Europe/Berlin")))
                                        .timeseries(true))
                        .within(FROM, TO),
                Question.of(
                                "a row rule",
                                QuerySpec.builder()
                                        .column(CommonQuestions.REGION)
                                        .metric(CommonQuestions.COUNTED))
                        .ruled(List.of(typed.sql("[region] = 'East'"))));
        Map<String, String> statements = new LinkedHashMap<>();
        Stream.of(new CommonQuestions(typed).all(), new RowQuestions(typed).all(), further)
                .flatMap(each -> each)
                .forEach(question -> statements.put(question.name().replace("\n", "\\n"), statement(question)));
        return statements;
    }

    private String statement(Question question) {
        SqlQuestion asked = new SqlQuestion(
                Shop.database(dialect.id(), Map.of()),
                Shop.dataset(dialect, Optional.of("shop")),
                question.spec(),
                question.bounds(),
                question.filterBounds(),
                question.rowRules(),
                question.limit());
        return StatementWriter.write(asked, dialect, new Inspector(List.of()), new Labels())
                .sql();
    }

    private void questions() {
        heading("questions");
        statements().forEach((name, sql) -> text.append("\n-- ")
                .append(name)
                .append('\n')
                .append(sql)
                .append(";\n"));
    }
}
