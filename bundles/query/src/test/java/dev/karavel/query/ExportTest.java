package dev.karavel.query;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.karavel.api.error.ErrorCode;
import dev.karavel.api.error.KaravelException;
import dev.karavel.api.query.ChartRequest;
import dev.karavel.api.query.Download;
import dev.karavel.api.query.ResultFormat;
import dev.karavel.api.query.ResultType;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ExportTest extends Asking {
    private static ChartRequest query(Map<String, Object> more) {
        Map<String, Object> query = new java.util.HashMap<>(Map.of("columns", List.of("origin"), "row_limit", 3));
        query.putAll(more);
        return new ChartRequest(
                Optional.empty(), Optional.of(1L), Map.of(), List.of(query), ResultType.FULL, false, Optional.empty());
    }

    private static String text(Download download) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        download.writeTo(out);
        return out.toString(UTF_8);
    }

    @Test
    void allRowsAreAskedForWhateverTheRequestsOwnLimit() throws IOException {
        String csv = text(queries.export(query(Map.of()), ResultFormat.CSV, World.ADMIN));
        assertThat(world.runner.last().rowLimit()).isEqualTo(20_000);
        assertThat(csv.lines()).hasSize(3).first().asString().contains("Origin airport");
    }

    @Test
    void nothingIsKept() throws IOException {
        text(queries.export(query(Map.of()), ResultFormat.CSV, World.ADMIN));
        text(queries.export(query(Map.of()), ResultFormat.CSV, World.ADMIN));
        assertThat(world.runner.statements).hasValue(2);
    }

    @Test
    void whatNeedsAllRowsAtOnceIsBoundAsEver() throws IOException {
        Map<String, Object> step =
                Map.of("operation", "rename", "options", Map.of("columns", Map.of("origin", "from")));
        String csv =
                text(queries.export(query(Map.of("post_processing", List.of(step))), ResultFormat.CSV, World.ADMIN));
        assertThat(csv.lines().findFirst().orElse("")).contains("from");
        assertThat(world.runner.last().rowLimit()).isEqualTo(3);
    }

    @Test
    void whoMayNotSeeTheDatasetGetsNoFile() {
        ChartRequest secret = new ChartRequest(
                Optional.empty(),
                Optional.of(2L),
                Map.of(),
                List.of(Map.of("columns", List.of("origin"))),
                ResultType.FULL,
                false,
                Optional.empty());
        assertThatThrownBy(() -> queries.export(secret, ResultFormat.CSV, World.GAMMA))
                .isInstanceOfSatisfying(
                        KaravelException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.NOT_FOUND));
    }

    @ParameterizedTest
    @EnumSource(
            value = ResultFormat.class,
            names = {"CSV", "XLSX", "RECORDS", "ARROW"})
    void whatFailsBeforeItsFirstRowWritesNothingThatLooksLikeAFile(ResultFormat format) {
        world.runner.fails = true;
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        assertThatThrownBy(() ->
                        queries.export(query(Map.of()), format, World.ADMIN).writeTo(out))
                .isInstanceOf(KaravelException.class);
        assertThat(out.size()).isZero();
    }

    @Test
    void aReaderThatWentAwayIsAnErrorOfTheStreamAndOfNothingElse() {
        Download download = queries.export(query(Map.of()), ResultFormat.CSV, World.ADMIN);
        assertThatThrownBy(() -> download.writeTo(new java.io.OutputStream() {
                    @Override
                    public void write(int octet) throws IOException {
                        throw new IOException("gone");
                    }
                }))
                .isInstanceOf(IOException.class)
                .hasMessage("gone");
    }
}
