package dev.karavel.sql.warehouse;

import dev.karavel.spi.data.DataSourceType;
import dev.karavel.spi.data.Dialect;
import dev.karavel.spi.data.IfExists;
import dev.karavel.spi.data.Limits;
import dev.karavel.spi.data.Rows;
import dev.karavel.spi.data.Settings;
import dev.karavel.spi.data.SourceColumn;
import dev.karavel.spi.data.TableFacts;
import dev.karavel.spi.data.TableName;
import dev.karavel.spi.data.Warehouse;
import dev.karavel.spi.data.WarehouseException;
import dev.karavel.spi.data.WarehouseException.Reason;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * A warehouse behind an SSH server. The warehouse itself is opened at the tunnel's end on this machine, and opened anew when the
 * tunnel had to be dug again.
 */
final class TunneledWarehouse implements Warehouse {
    private static final Set<Reason> BROKEN =
            Set.of(Reason.UNREACHABLE, Reason.PORT_CLOSED, Reason.HOST_UNKNOWN, Reason.TIMEOUT);

    private final DataSourceType type;
    private final Settings settings;
    private final TunnelEntrance entrance;
    private Warehouse opened;
    private int port;
    private boolean closed;

    TunneledWarehouse(DataSourceType type, Settings settings, TunnelEntrance entrance) {
        this.type = type;
        this.settings = settings;
        this.entrance = entrance;
    }

    private synchronized Warehouse ready() {
        if (closed) {
            throw new WarehouseException(Reason.CLOSED, "The warehouse was closed meanwhile");
        }
        int now = entrance.open();
        if (opened != null && now != port) {
            Warehouse before = opened;
            opened = null;
            before.close();
        }
        if (opened == null) {
            Map<String, String> here = new HashMap<>(settings.values());
            here.put("host", "127.0.0.1");
            here.put("port", String.valueOf(now));
            opened = type.open(new Settings(here));
            port = now;
        }
        return opened;
    }

    private <T> T through(Function<Warehouse, T> question) {
        try {
            return question.apply(ready());
        } catch (WarehouseException e) {
            if (BROKEN.contains(e.reason()) && e.field().indexOf('.') < 0) {
                entrance.probe();
            }
            throw e;
        }
    }

    @Override
    public Dialect dialect() {
        return type.dialect();
    }

    @Override
    public void test() {
        through(warehouse -> {
            warehouse.test();
            return null;
        });
    }

    @Override
    public List<String> schemas() {
        return through(Warehouse::schemas);
    }

    @Override
    public List<TableName> tables(Optional<String> schema) {
        return through(warehouse -> warehouse.tables(schema));
    }

    @Override
    public List<TableName> views(Optional<String> schema) {
        return through(warehouse -> warehouse.views(schema));
    }

    @Override
    public List<SourceColumn> columns(TableName table) {
        return through(warehouse -> warehouse.columns(table));
    }

    @Override
    public TableFacts facts(TableName table) {
        return through(warehouse -> warehouse.facts(table));
    }

    @Override
    public List<String> functions() {
        return through(Warehouse::functions);
    }

    @Override
    public Rows run(String sql, Limits limits) {
        return through(warehouse -> warehouse.run(sql, limits));
    }

    @Override
    public List<SourceColumn> describe(String sql) {
        return through(warehouse -> warehouse.describe(sql));
    }

    @Override
    public boolean writes() {
        return through(Warehouse::writes);
    }

    @Override
    public long write(TableName table, Rows rows, IfExists existing) {
        return through(warehouse -> warehouse.write(table, rows, existing));
    }

    /** A look at it digs no tunnel. */
    @Override
    public synchronized Connections connections() {
        return opened == null ? new Connections(0, 0) : opened.connections();
    }

    @Override
    public boolean changes() {
        return through(Warehouse::changes);
    }

    @Override
    public Rows change(List<String> statements, Limits limits) {
        return through(warehouse -> warehouse.change(statements, limits));
    }

    @Override
    public void close() {
        Warehouse last;
        synchronized (this) {
            closed = true;
            last = opened;
            opened = null;
        }
        try {
            if (last != null) {
                last.close();
            }
        } finally {
            entrance.close();
        }
    }
}
