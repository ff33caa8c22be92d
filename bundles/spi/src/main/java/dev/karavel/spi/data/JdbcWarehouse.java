package dev.karavel.spi.data;

import dev.karavel.spi.data.WarehouseException.Reason;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A warehouse behind JDBC: connections are opened when needed, only read, are rolled back after each statement, and a few are
 * kept. How many run at once is the host's business. A subclass may say where connections come from.
 */
@ConsumerType
public class JdbcWarehouse implements Warehouse {
    private static final int SECONDS_TO_ANSWER = 10;
    private static final long AGAIN = 100;
    private static final long CLOSING = TimeUnit.SECONDS.toNanos(10);

    private static final int GATE = 1 << 20;

    private final JdbcDataSourceType type;
    private final Settings settings;
    /** None where the plugin has the driver. */
    private final Optional<DriverLoan> loan;

    private final IdleConnections idle = new IdleConnections();
    private final Set<DriverCall> running = ConcurrentHashMap.newKeySet();
    private final Set<Connection> writing = ConcurrentHashMap.newKeySet();
    private final Semaphore gate = new Semaphore(GATE, true);
    private volatile boolean closed;

    /** @param settings complete, with the form's fallbacks in the gaps */
    public JdbcWarehouse(JdbcDataSourceType type, Settings settings) {
        this(type, settings, Optional.empty());
    }

    JdbcWarehouse(JdbcDataSourceType type, Settings settings, Optional<DriverLoan> loan) {
        this.type = type;
        this.settings = settings;
        this.loan = loan;
    }

    /** A new connection, prepared to read only. */
    protected Connection connect() throws SQLException {
        Optional<Driver> lent = loan.map(DriverLoan::driver);
        ClassLoader before = enterDriver();
        try {
            Connection connection = lent.isPresent() ? type.connect(lent.get(), settings) : type.connect(settings);
            try {
                type.prepare(connection);
                return connection;
            } catch (SQLException e) {
                IdleConnections.drop(connection);
                throw e;
            }
        } finally {
            DriverClasses.leave(before);
        }
    }

    /** Before what may call the driver; {@link DriverClasses#leave} afterwards. */
    final ClassLoader enterDriver() {
        return loan.map(DriverLoan::enter).orElseGet(Thread.currentThread()::getContextClassLoader);
    }

    @Override
    public Dialect dialect() {
        return type.dialect();
    }

    @Override
    public void test() {
        Connection connection = enter(this::opened);
        ClassLoader before = enterDriver();
        try {
            if (!connection.isValid(SECONDS_TO_ANSWER)) {
                throw new WarehouseException(Reason.UNREACHABLE, "The warehouse does not answer");
            }
        } catch (SQLException e) {
            throw failure(e, true);
        } finally {
            IdleConnections.drop(connection);
            DriverClasses.leave(before);
            gate.release();
        }
    }

    @Override
    public List<String> schemas() {
        return ask(connection -> new JdbcCatalog(type, connection).schemas());
    }

    @Override
    public List<TableName> tables(Optional<String> schema) {
        return ask(connection -> new JdbcCatalog(type, connection).tables(schema));
    }

    @Override
    public List<TableName> views(Optional<String> schema) {
        return ask(connection -> new JdbcCatalog(type, connection).views(schema));
    }

    @Override
    public List<SourceColumn> columns(TableName table) {
        return describe("SELECT * FROM " + table.quoted(dialect()));
    }

    @Override
    public TableFacts facts(TableName table) {
        return ask(connection -> new JdbcFacts(connection).of(table));
    }

    @Override
    public List<String> functions() {
        return ask(connection -> new JdbcFacts(connection).functions());
    }

    @Override
    public List<SourceColumn> describe(String sql) {
        return ask(connection -> new JdbcCatalog(type, connection).describe(sql));
    }

    /** {@inheritDoc} The statement is sent when the first column or row is asked for. */
    @Override
    public Rows run(String sql, Limits limits) {
        return new JdbcRows(this, sql, limits);
    }

    /** Before anything runs: from now on it is ended when this warehouse closes. */
    final DriverCall enters() {
        refuseIfClosed();
        DriverCall call = new DriverCall(this);
        running.add(call);
        if (closed) {
            ended(call);
            throw gone(null);
        }
        return call;
    }

    @Override
    public Connections connections() {
        int active = GATE - gate.availablePermits();
        return new Connections(active < GATE ? active : 0, idle.size());
    }

    @Override
    public boolean changes() {
        return type.changes();
    }

    @Override
    public Rows change(List<String> statements, Limits limits) {
        if (!changes()) {
            throw new UnsupportedOperationException("This warehouse can only be read");
        }
        return new JdbcChange(this, statements, limits);
    }

    @Override
    public boolean writes() {
        return type.writes();
    }

    @Override
    public long write(TableName table, Rows rows, IfExists existing) {
        if (!writes()) {
            throw new UnsupportedOperationException("This warehouse can only be read");
        }
        Connection connection = borrowToWrite();
        try {
            return new JdbcWriting(type, connection).write(table, rows, existing);
        } catch (SQLException e) {
            throw failure(e, false);
        } finally {
            giveUp(connection);
        }
    }

    /** New, and never read from. */
    final Connection borrowToWrite() {
        Connection connection = enter(() -> opened(this::connectToWrite));
        writing.add(connection);
        if (closed) {
            giveUp(connection);
            throw gone(null);
        }
        return connection;
    }

    private Connection connectToWrite() throws SQLException {
        Optional<Driver> lent = loan.map(DriverLoan::driver);
        ClassLoader before = enterDriver();
        try {
            return lent.isPresent() ? type.connectToWrite(lent.get(), settings) : type.connectToWrite(settings);
        } finally {
            DriverClasses.leave(before);
        }
    }

    final void giveUp(Connection connection) {
        writing.remove(connection);
        ClassLoader before = enterDriver();
        IdleConnections.drop(connection);
        DriverClasses.leave(before);
        gate.release();
        endLoan();
    }

    @Override
    public void close() {
        closed = true;
        ClassLoader before = enterDriver();
        idle.close();
        DriverClasses.leave(before);
        writing.forEach(IdleConnections::drop);
        long deadline = System.nanoTime() + CLOSING;
        try {
            do {
                running.forEach(DriverCall::end);
            } while (!hasEnded() && System.nanoTime() < deadline);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        synchronized (running) {
            endLoan();
        }
    }

    private boolean hasEnded() throws InterruptedException {
        synchronized (running) {
            if (!running.isEmpty()) {
                TimeUnit.MILLISECONDS.timedWait(running, AGAIN);
            }
            return running.isEmpty();
        }
    }

    /** A statement that will not end in time keeps the driver until it does. */
    private void endLoan() {
        if (closed && running.isEmpty() && gate.availablePermits() == GATE) {
            loan.ifPresent(DriverLoan::end);
        }
    }

    /**
     * Runs the task while this warehouse has no connection: waits for the statements under way, and holds new ones back.
     *
     * @throws WarehouseException TIMEOUT if the statements take longer than {@code patience}
     */
    protected final void alone(Duration patience, Runnable task) {
        try {
            if (!gate.tryAcquire(GATE, patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new WarehouseException(Reason.TIMEOUT, "Statements under way did not end in time");
            }
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
        try {
            refuseIfClosed();
            idle.clear();
            task.run();
        } finally {
            gate.release(GATE);
        }
    }

    final JdbcDataSourceType type() {
        return type;
    }

    final boolean isClosed() {
        return closed;
    }

    /** Ready to use, at rest. */
    final Connection borrow() {
        return enter(() -> idle.take().orElseGet(this::opened));
    }

    private Connection enter(Supplier<Connection> source) {
        try {
            gate.acquire();
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
        boolean done = false;
        try {
            refuseIfClosed();
            Connection connection = source.get();
            done = true;
            return connection;
        } finally {
            if (!done) {
                gate.release();
            }
        }
    }

    /** Rolled back and kept, or closed if that fails. */
    final void giveBack(Connection connection) {
        ClassLoader before = enterDriver();
        try {
            type.end(connection);
            idle.give(connection);
        } catch (SQLException e) {
            IdleConnections.drop(connection);
        } finally {
            DriverClasses.leave(before);
            gate.release();
            endLoan();
        }
    }

    final void ended(DriverCall call) {
        synchronized (running) {
            running.remove(call);
            running.notifyAll();
            endLoan();
        }
    }

    final WarehouseException failure(SQLException cause, boolean connecting) {
        if (closed) {
            return gone(cause);
        }
        Reason reason = type.reason(cause);
        Reason told = connecting && reason == Reason.STATEMENT ? Reason.UNREACHABLE : reason;
        return new WarehouseException(
                told, connecting ? type.field(told) : "", cause.getMessage(), type.standard(cause));
    }

    static WarehouseException gone(Throwable cause) {
        return new WarehouseException(Reason.CLOSED, "The warehouse was closed meanwhile", cause);
    }

    private static WarehouseException interrupted(InterruptedException cause) {
        Thread.currentThread().interrupt();
        return new WarehouseException(Reason.CANCELLED, "Interrupted while waiting for the warehouse", cause);
    }

    private interface Opening {
        Connection open() throws SQLException;
    }

    private Connection opened() {
        return opened(this::connect);
    }

    private Connection opened(Opening opening) {
        try {
            return opening.open();
        } catch (SQLException e) {
            throw failure(e, true);
        } catch (LinkageError e) {
            if (loan.isEmpty()) {
                throw e;
            }
            throw new WarehouseException(
                    Reason.DRIVER_MISSING, "The driver lacks classes it needs: " + e.getMessage(), e);
        }
    }

    private void refuseIfClosed() {
        if (closed) {
            throw gone(null);
        }
    }

    private interface Question<T> {
        T ask(Connection connection) throws SQLException;
    }

    private <T> T ask(Question<T> question) {
        Connection connection = borrow();
        ClassLoader before = enterDriver();
        try {
            type.begin(connection);
            return question.ask(connection);
        } catch (SQLException e) {
            throw failure(e, false);
        } finally {
            DriverClasses.leave(before);
            giveBack(connection);
        }
    }
}
