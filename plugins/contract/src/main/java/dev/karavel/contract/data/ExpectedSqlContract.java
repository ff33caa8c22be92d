package dev.karavel.contract.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.karavel.api.error.KaravelException;
import dev.karavel.spi.data.Dialect;
import dev.karavel.sql.inspect.Inspector;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import net.sf.jsqlparser.parser.CCJSqlParserUtil;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * For a warehouse that is not to be had: what the server would send it is compared with the resource
 * {@code expected/<dialect>.sql}, which somebody has read beside the vendor's documentation. Where it differs, what is written
 * now lies below {@code target/expected}: read it, and put it in place if it is right.
 */
public interface ExpectedSqlContract {
    Dialect dialect();

    /** The vendor's names of types of columns. */
    List<String> sourceTypes();

    /** The inspector's parser has to understand all that is sent: it knows many dialects, and so finds slips of the pen. */
    @TestFactory
    default Stream<DynamicTest> theParserUnderstandsWhatIsSent() {
        boolean escapes = dialect().syntax().backslashEscapes();
        return new ExpectedSql(dialect(), sourceTypes())
                .statements().entrySet().stream()
                        // what it makes of a backslash that escapes nothing is its own
                        .filter(each -> escapes || each.getValue().indexOf('\\') < 0)
                        .map(each -> DynamicTest.dynamicTest(
                                each.getKey(), () -> assertThatCode(() -> CCJSqlParserUtil.parse(
                                                each.getValue(),
                                                parser -> parser.withBackslashEscapeCharacter(escapes)))
                                        .as(each.getValue())
                                        .doesNotThrowAnyException()));
    }

    /** Statements that only this warehouse would run, and nobody may. */
    List<String> vendorsAttacks();

    @TestFactory
    default Stream<DynamicTest> adversarialStatementsAreRefused() {
        return Stream.concat(new Corpus(dialect()).refused().stream(), vendorsAttacks().stream())
                .map(sql -> DynamicTest.dynamicTest(sql.replaceAll("\\s", " "), () -> assertThatThrownBy(
                                () -> new Inspector(List.of()).select(sql, "sql", dialect()))
                        .isInstanceOf(KaravelException.class)));
    }

    @TestFactory
    default Stream<DynamicTest> honestStatementsPass() {
        return new Corpus(dialect())
                .accepted().stream()
                        .map(sql -> DynamicTest.dynamicTest(sql.replaceAll("\\s", " "), () -> assertThat(
                                        new Inspector(List.of()).select(sql, "sql", dialect()))
                                .isNotBlank()));
    }

    @Test
    default void whatIsSentIsWhatWasReviewed() throws IOException {
        String name = "expected/" + dialect().id() + ".sql";
        String written = new ExpectedSql(dialect(), sourceTypes()).text();
        Path target = Path.of("target", name);
        Files.createDirectories(target.getParent());
        Files.writeString(target, written);
        try (InputStream reviewed = getClass().getClassLoader().getResourceAsStream(name)) {
            assertThat(reviewed).as("src/test/resources/" + name).isNotNull();
            assertThat(written)
                    .as("target/" + name + " and the reviewed src/test/resources/" + name)
                    .isEqualTo(new String(reviewed.readAllBytes(), StandardCharsets.UTF_8));
        }
    }
}
