package dev.karavel.sqllab.result;

import dev.karavel.api.error.ErrorCode;
import dev.karavel.api.error.KaravelException;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A new file that must not grow beyond a bound. */
final class BoundedFile extends FilterOutputStream {
    private final long most;
    private long written;

    BoundedFile(Path path, long most) throws IOException {
        super(Files.newOutputStream(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE));
        this.most = most;
    }

    @Override
    public void write(int octet) throws IOException {
        count(1);
        out.write(octet);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        count(length);
        out.write(bytes, offset, length);
    }

    private void count(int length) {
        written += length;
        if (written > most) {
            throw new KaravelException(
                    ErrorCode.TOO_LARGE, "The result is larger than all results together may be; ask for fewer rows");
        }
    }
}
