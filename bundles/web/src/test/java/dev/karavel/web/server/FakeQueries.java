package dev.karavel.web.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.karavel.api.error.ErrorCode;
import dev.karavel.api.error.KaravelException;
import dev.karavel.api.query.ChartAnswer;
import dev.karavel.api.query.ChartRequest;
import dev.karavel.api.query.Download;
import dev.karavel.api.query.QueryService;
import dev.karavel.api.query.ResultFormat;
import dev.karavel.api.security.Principal;
import dev.karavel.spi.data.Column;
import dev.karavel.spi.data.ColumnType;
import dev.karavel.spi.data.Table;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;

/** Answers every question with the same row, and the one for chart 404 not at all. */
final class FakeQueries implements QueryService {
    static final String ANSWER = "{\"result\":[{\"data\":[{\"name\":\"=1+1\"}]}]}";
    static final byte[] STORED = gzip(ANSWER);

    @Override
    public ChartAnswer answer(ChartRequest request, ResultFormat format, Principal principal, Instant deadline) {
        if (request.chartId().filter(id -> id == 404).isPresent()) {
            throw KaravelException.notFound("Chart", 404);
        }
        if (request.chartId().filter(id -> id == 429).isPresent()) {
            throw KaravelException.busy(ErrorCode.QUEUE_FULL, "Too many", Duration.ofSeconds(7));
        }
        return format == ResultFormat.JSON
                ? new ChartAnswer(STORED, "abc", true)
                : new ChartAnswer(STORED, "abc", true, format.mediaType(), "Flüge." + format.extension());
    }

    /** Nothing of chart 2. */
    @Override
    public Optional<ChartAnswer> kept(ChartRequest request, ResultFormat format, Principal principal) {
        return request.chartId().filter(id -> id == 2).isPresent()
                ? Optional.empty()
                : Optional.of(answer(request, format, principal, Instant.MAX));
    }

    @Override
    public Download download(ChartRequest request, ResultFormat format, Principal principal, Instant deadline) {
        boolean single = request.queries().size() < 2;
        return new Download() {
            @Override
            public String mediaType() {
                return single ? format.mediaType() : "application/zip";
            }

            @Override
            public String fileName() {
                return "Flüge." + (single ? format.extension() : "zip");
            }

            @Override
            public void writeTo(OutputStream out) throws IOException {
                if (request.chartId().filter(id -> id == 422).isPresent()) {
                    throw new KaravelException(ErrorCode.WAREHOUSE_REFUSED, "No such column");
                }
                out.write(format.word().getBytes(UTF_8));
            }
        };
    }

    @Override
    public Download export(ChartRequest request, ResultFormat format, Principal principal) {
        throw KaravelException.invalid("result_format", "No files here");
    }

    @Override
    public List<Table> tables(ChartRequest request, Principal principal, Instant deadline) {
        Table table = new Table.Builder(List.of(new Column("name", ColumnType.TEXT)))
                .add("=1+1")
                .build();
        return request.queries().size() > 1 ? List.of(table, table) : List.of(table);
    }

    @Override
    public List<Object> values(long datasetId, String column, int limit, Principal principal, Instant deadline) {
        return List.of("a", 1L);
    }

    private static byte[] gzip(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
