package dev.karavel.datasource.derby;

import dev.karavel.spi.data.JdbcWarehouse;
import dev.karavel.spi.data.Settings;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;

/** A database that is shut down when the last one leaves it, so that its files are free. */
final class DerbyWarehouse extends JdbcWarehouse {
    private final DerbyFolders folders;
    private final Path folder;
    private final AtomicBoolean left = new AtomicBoolean();

    DerbyWarehouse(DerbyType type, Settings settings, DerbyFolders folders, Path folder) {
        super(type, settings);
        this.folders = folders;
        this.folder = folder;
        folders.use(folder);
    }

    @Override
    public void close() {
        super.close();
        if (left.compareAndSet(false, true)) {
            folders.leave(folder);
        }
    }
}
