package dev.karavel.datasource.duckdb;

import dev.karavel.spi.data.Dialect;
import dev.karavel.spi.data.IfExists;
import dev.karavel.spi.data.Limits;
import dev.karavel.spi.data.Rows;
import dev.karavel.spi.data.SourceColumn;
import dev.karavel.spi.data.TableFacts;
import dev.karavel.spi.data.TableName;
import dev.karavel.spi.data.Warehouse;
import dev.karavel.spi.data.WarehouseException;
import dev.karavel.spi.data.WarehouseException.Reason;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** One user's hold of a file. */
final class SharedDuckDb implements Warehouse {
    private final DuckDbFile file;
    private final boolean loads;
    private final Consumer<DuckDbFile> release;
    private final AtomicBoolean closed = new AtomicBoolean();

    SharedDuckDb(DuckDbFile file, boolean loads, Consumer<DuckDbFile> release) {
        this.file = file;
        this.loads = loads;
        this.release = release;
    }

    /** Others may hold it still; for this one it is closed. */
    private DuckDbFile file() {
        if (closed.get()) {
            throw new WarehouseException(Reason.CLOSED, "The warehouse was closed meanwhile");
        }
        return file;
    }

    @Override
    public Dialect dialect() {
        return file.dialect();
    }

    @Override
    public void test() {
        file().test();
    }

    @Override
    public List<String> schemas() {
        return file().schemas();
    }

    @Override
    public List<TableName> tables(Optional<String> schema) {
        return file().tables(schema);
    }

    @Override
    public List<TableName> views(Optional<String> schema) {
        return file().views(schema);
    }

    @Override
    public List<SourceColumn> columns(TableName table) {
        return file().columns(table);
    }

    @Override
    public TableFacts facts(TableName table) {
        return file().facts(table);
    }

    @Override
    public List<String> functions() {
        return file().functions();
    }

    @Override
    public Rows run(String sql, Limits limits) {
        return file().run(sql, limits);
    }

    @Override
    public List<SourceColumn> describe(String sql) {
        return file().describe(sql);
    }

    @Override
    public boolean loadsFiles() {
        return loads;
    }

    @Override
    public void load(TableName table, Path source) {
        if (!loads) {
            throw new UnsupportedOperationException("This database is read only");
        }
        file().load(table, source);
    }

    @Override
    public boolean writes() {
        return loads;
    }

    @Override
    public long write(TableName table, Rows rows, IfExists existing) {
        if (!loads) {
            throw new UnsupportedOperationException("This database is read only");
        }
        return file().write(table, rows, existing);
    }

    @Override
    public Connections connections() {
        return file().connections();
    }

    @Override
    public boolean changes() {
        return loads;
    }

    @Override
    public Rows change(List<String> statements, Limits limits) {
        if (!loads) {
            throw new UnsupportedOperationException("This database is read only");
        }
        return file().change(statements, limits);
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            release.accept(file);
        }
    }
}
