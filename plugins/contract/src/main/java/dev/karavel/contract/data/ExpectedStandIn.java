package dev.karavel.contract.data;

import dev.karavel.spi.data.ColumnType;
import dev.karavel.spi.data.Dialect;
import dev.karavel.spi.data.JdbcDataSourceType;
import dev.karavel.spi.data.JdbcWarehouse;
import dev.karavel.spi.data.Limits;
import dev.karavel.spi.data.Rows;
import dev.karavel.spi.data.Setting;
import dev.karavel.spi.data.Settings;
import dev.karavel.spi.data.StandardDialect;
import dev.karavel.spi.data.Warehouse;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A dialect whose warehouse is not to be had, on an engine that is: each statement is written by the dialect, then what that
 * engine calls otherwise is replaced. It shows that the arithmetic is right, not that the warehouse understands the words.
 */
public final class ExpectedStandIn extends JdbcDataSourceType {
    private final Dialect dialect;
    private final Driver driver;
    private final String url;
    private final UnaryOperator<String> translation;
    private final List<String> session;

    /**
     * @param translation from the dialect's words to the engine's
     * @param session statements that each connection begins with
     */
    public ExpectedStandIn(
            Dialect dialect, Driver driver, String url, UnaryOperator<String> translation, String... session) {
        this.dialect = withTypesOfTheEngine(dialect);
        this.driver = driver;
        this.url = url;
        this.translation = translation;
        this.session = List.of(session);
    }

    private static Dialect withTypesOfTheEngine(Dialect dialect) {
        return (Dialect) Proxy.newProxyInstance(
                Dialect.class.getClassLoader(), new Class<?>[] {Dialect.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("columnType")) {
                        return EngineTypes.TYPES.columnType(String.valueOf(arguments[0]));
                    }
                    try {
                        return method.invoke(dialect, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private static final class EngineTypes extends StandardDialect {
        private static final EngineTypes TYPES = new EngineTypes();

        @Override
        public String id() {
            return "engine";
        }

        @Override
        public ColumnType columnType(String sourceType) {
            String type = sourceType.toUpperCase(Locale.ROOT);
            return type.startsWith("DECFLOAT") || type.equals("HUGEINT") ? ColumnType.DECIMAL : super.columnType(type);
        }
    }

    @Override
    public String id() {
        return dialect.id();
    }

    @Override
    public String title() {
        return dialect.id();
    }

    @Override
    public List<Setting> settings() {
        return List.of();
    }

    @Override
    public Dialect dialect() {
        return dialect;
    }

    @Override
    public Optional<Settings> fromAddress(String address) {
        return Optional.empty();
    }

    @Override
    protected Driver driver() {
        return driver;
    }

    @Override
    protected String urlTemplate() {
        return url;
    }

    @Override
    protected void prepare(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : session) {
                statement.execute(sql);
            }
        }
        connection.setAutoCommit(false);
    }

    @Override
    public Warehouse open(Settings settings) {
        return new JdbcWarehouse(this, settings) {
            @Override
            public Rows run(String sql, Limits limits) {
                return super.run(translation.apply(sql), limits);
            }
        };
    }

    /** A translation by regular expressions and their replacements, in turn. */
    public static UnaryOperator<String> replacing(String... pairs) {
        return sql -> {
            String translated = sql;
            for (int i = 0; i < pairs.length; i += 2) {
                translated = translated.replaceAll(pairs[i], pairs[i + 1]);
            }
            return translated;
        };
    }
}
