package dev.karavel.query;

import dev.karavel.api.error.ErrorCode;
import dev.karavel.api.error.KaravelException;
import dev.karavel.api.query.Download;
import dev.karavel.api.query.ResultFormat;
import dev.karavel.api.sql.RowReceiver;
import dev.karavel.api.sql.SqlRunner;
import dev.karavel.query.answer.format.FileNames;
import dev.karavel.query.answer.format.RowSink;
import dev.karavel.query.answer.format.TableFile;
import dev.karavel.query.question.Asked;
import dev.karavel.spi.data.Column;
import dev.karavel.spi.data.Limits;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** A file whose rows are read from the warehouse while they are written. */
final class StreamedDownload implements Download {
    private final Asked asked;
    private final List<Plan> plans;
    private final ResultFormat format;
    private final Bounds bounds;
    private final SqlRunner runner;
    private final Instant deadline;

    StreamedDownload(
            Asked asked, List<Plan> plans, ResultFormat format, Bounds bounds, SqlRunner runner, Instant deadline) {
        this.asked = asked;
        this.plans = plans;
        this.format = format;
        this.bounds = bounds;
        this.runner = runner;
        this.deadline = deadline;
    }

    @Override
    public String mediaType() {
        return TableFile.mediaType(format, plans.size() == 1);
    }

    @Override
    public String fileName() {
        return FileNames.of(asked.name(), TableFile.extension(format, plans.size() == 1));
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        TableFile file = TableFile.open(format, plans.size() == 1, bounds.byteOrderMark(), out);
        try {
            for (int i = 0; i < plans.size(); i++) {
                RowSink sink = file.table("query_" + (i + 1));
                write(plans.get(i), sink);
                sink.end();
            }
            // not after a failure: closing completes the file, and one that was cut short must not look whole
            file.close();
        } catch (KaravelException e) {
            if (e.code() == ErrorCode.CANCELLED && e.getCause() instanceof UncheckedIOException gone) {
                throw gone.getCause();
            }
            throw e;
        }
        out.flush();
    }

    private void write(Plan plan, RowSink sink) {
        Duration time = bounds.exportDeadline();
        Limits limits = Limits.of(plan.question().rowLimit(), time);
        runner.stream(asked.database(), plan.text().sql(), limits, deadline, new Writing(sink));
    }

    private final class Writing implements RowReceiver {
        private final RowSink sink;

        Writing(RowSink sink) {
            this.sink = sink;
        }

        @Override
        public void columns(List<Column> columns) {
            Map<String, String> labels = Execution.labels(asked.dataset(), columns);
            try {
                sink.begin(
                        columns,
                        columns.stream()
                                .map(column -> labels.get(column.name()))
                                .toList());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void row(Object[] values) {
            try {
                sink.row(values);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
