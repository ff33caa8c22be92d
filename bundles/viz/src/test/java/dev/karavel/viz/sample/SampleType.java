package dev.karavel.viz.sample;

import dev.karavel.spi.data.Dimension;
import dev.karavel.spi.data.QuerySpec;
import dev.karavel.spi.data.Table;
import dev.karavel.spi.viz.DatasetInfo;
import dev.karavel.spi.viz.FormData;
import dev.karavel.spi.viz.InvalidFormData;
import dev.karavel.spi.viz.VisualizationType;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** The Java side of the sample plugin; lies in a bundle of its own when a test runs. */
public final class SampleType implements VisualizationType {
    @Override
    public String id() {
        return "sample";
    }

    @Override
    public List<QuerySpec> query(FormData formData, DatasetInfo dataset) {
        String mood = formData.text("mood").orElse("good");
        if (mood.equals("bad")) {
            throw new IllegalStateException("in a bad mood");
        }
        if (mood.equals("picky")) {
            throw new InvalidFormData("mood", "mood: choose a better one");
        }
        while (mood.equals("endless")) {
            LockSupport.parkNanos(1_000_000_000L);
            // It does not listen.
            Thread.interrupted();
        }
        return List.of(
                QuerySpec.builder().column(new Dimension.Named("by java")).build());
    }

    @Override
    public Table shape(Table answer, FormData formData) {
        throw new NoClassDefFoundError("missing/Library");
    }
}
