package dev.karavel.sql;

import dev.karavel.spi.data.Column;
import dev.karavel.spi.data.ColumnType;
import dev.karavel.spi.data.DataSourceType;
import dev.karavel.spi.data.Dialect;
import dev.karavel.spi.data.Limits;
import dev.karavel.spi.data.Rows;
import dev.karavel.spi.data.Setting;
import dev.karavel.spi.data.Settings;
import dev.karavel.spi.data.SourceColumn;
import dev.karavel.spi.data.StandardDialect;
import dev.karavel.spi.data.TableName;
import dev.karavel.spi.data.Warehouse;
import dev.karavel.spi.data.WarehouseException;
import dev.karavel.spi.data.WarehouseException.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;

/** A datasource whose statements are held until the test lets them go. */
public final class HeldType implements DataSourceType {
    public final List<Settings> opened = new ArrayList<>();
    public final List<Warehouse> closed = new ArrayList<>();
    /** A permit for each statement that runs. */
    public final Semaphore running = new Semaphore(0);
    /** A permit for each statement that was cancelled. */
    public final Semaphore cancelled = new Semaphore(0);
    /** Statements end once this is open. */
    public final CountDownLatch release = new CountDownLatch(1);

    @Override
    public String id() {
        return "held";
    }

    @Override
    public String title() {
        return "Held";
    }

    @Override
    public List<Setting> settings() {
        return List.of();
    }

    @Override
    public Dialect dialect() {
        return new StandardDialect() {
            @Override
            public String id() {
                return "held";
            }
        };
    }

    @Override
    public Optional<Settings> fromAddress(String address) {
        return Optional.empty();
    }

    @Override
    public Warehouse open(Settings settings) {
        opened.add(settings);
        return new HeldWarehouse();
    }

    private final class HeldWarehouse implements Warehouse {
        private final List<HeldRows> rows = new ArrayList<>();

        @Override
        public Dialect dialect() {
            return HeldType.this.dialect();
        }

        @Override
        public void test() {}

        @Override
        public List<String> schemas() {
            return List.of();
        }

        @Override
        public List<TableName> tables(Optional<String> schema) {
            return List.of();
        }

        @Override
        public List<TableName> views(Optional<String> schema) {
            return List.of();
        }

        @Override
        public List<SourceColumn> columns(TableName table) {
            return List.of();
        }

        @Override
        public synchronized Rows run(String sql, Limits limits) {
            if (sql.equals("bug")) {
                throw new IllegalStateException("a bug of the plugin");
            }
            HeldRows running = new HeldRows();
            rows.add(running);
            return running;
        }

        @Override
        public List<SourceColumn> describe(String sql) {
            return List.of();
        }

        @Override
        public synchronized void close() {
            closed.add(this);
            rows.forEach(each -> each.end(Reason.CLOSED));
        }
    }

    private final class HeldRows implements Rows {
        private final CountDownLatch ended = new CountDownLatch(1);
        private Reason reason;
        private boolean read;

        @Override
        public List<Column> columns() {
            return List.of(new Column("n", ColumnType.INTEGER));
        }

        @Override
        public boolean next() {
            if (read) {
                return false;
            }
            read = true;
            running.release();
            Thread letGo = new Thread(() -> {
                try {
                    release.await();
                    ended.countDown();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
            letGo.setDaemon(true);
            letGo.start();
            boolean waiting = true;
            while (waiting) {
                try {
                    ended.await();
                    waiting = false;
                } catch (InterruptedException e) {
                    // like most drivers, deaf to it
                    continue;
                }
            }
            synchronized (this) {
                if (reason != null) {
                    throw new WarehouseException(reason, "held in SELECT secret FROM host.example");
                }
            }
            return true;
        }

        @Override
        public Object value(int column) {
            return 1L;
        }

        @Override
        public void cancel() {
            end(Reason.CANCELLED);
            cancelled.release();
        }

        private void end(Reason why) {
            synchronized (this) {
                reason = why;
            }
            ended.countDown();
        }

        @Override
        public void close() {}
    }
}
