package dev.karavel.api.query;

import java.io.IOException;
import java.io.OutputStream;
import org.osgi.annotation.versioning.ProviderType;

/** An answer as a file. Everything that can be refused has been checked when there is one; used once, by one thread. */
@ProviderType
public interface Download {
    /** With its charset where it has one; that of a ZIP where several questions need one. */
    String mediaType();

    /** Named after the chart or dataset, with its ending; may hold any letter but those that file systems refuse. */
    String fileName();

    /**
     * Writes the whole file and leaves the stream open.
     *
     * @throws IOException if the stream cannot be written to
     * @throws dev.karavel.api.error.KaravelException TOO_LARGE for what the format cannot hold; WAREHOUSE_… where rows are still
     *     being read
     */
    void writeTo(OutputStream out) throws IOException;
}
