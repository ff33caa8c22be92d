package dev.karavel.sql.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.karavel.api.catalog.Database;
import dev.karavel.api.error.ErrorCode;
import dev.karavel.api.error.KaravelException;
import dev.karavel.api.sql.UploadOptions;
import dev.karavel.api.sql.Uploads.Kind;
import dev.karavel.api.sql.Uploads.Loaded;
import dev.karavel.servers.RealPostgres;
import dev.karavel.spi.data.Column;
import dev.karavel.spi.data.IfExists;
import dev.karavel.spi.data.TableName;
import dev.karavel.sql.Databases;
import dev.karavel.sql.warehouse.OpenWarehouses;
import dev.karavel.sql.warehouse.Postgres;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files into tables of a real PostgreSQL. */
class UploadsTest {
    private static final TableName SALES = new TableName(Optional.of("public"), "sales \"2024\"");
    private static RealPostgres server;

    @TempDir
    Path folder;

    private final OpenWarehouses warehouses = OpenWarehouses.beside("", Plain.SECRETS);
    private final StoredUploads uploads = new StoredUploads(warehouses);
    private Database database;

    @BeforeAll
    static void start() {
        server = RealPostgres.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void open() {
        warehouses.bindType(new Postgres());
        database = Databases.database("postgres", Postgres.settings(server, Map.of()));
        server.execute("postgres", "DROP TABLE IF EXISTS \"sales \"\"2024\"\"\"");
    }

    @AfterEach
    void close() {
        warehouses.closeAll();
    }

    @Test
    void aFileBecomesATableWithTypes() {
        Loaded loaded = load("id,price,sold on,\"the \"\"name\"\"\"\n1,2.5,2024-02-29,ä\n2,,,\n", IfExists.FAIL);
        assertThat(loaded.rows()).isEqualTo(2);
        assertThat(loaded.columns()).extracting(Column::name).containsExactly("id", "price", "sold on", "the \"name\"");
        assertThat(rows("SELECT *, pg_typeof(id), pg_typeof(price), pg_typeof(\"sold on\") FROM sales ORDER BY id"))
                .containsExactly(
                        "1|2.5|2024-02-29|ä|bigint|double precision|date",
                        "2|null|null|null|bigint|double precision|date");
    }

    @Test
    void aTableThatIsThereIsKeptReplacedOrAddedTo() {
        load("id\n1\n", IfExists.FAIL);
        KaravelException taken = failure("id\n2\n", IfExists.FAIL);
        assertThat(taken.code()).isEqualTo(ErrorCode.CONFLICT);
        assertThat(taken.field()).isEqualTo("table_name");
        load("ID\n2\n", IfExists.APPEND);
        assertThat(rows("SELECT * FROM sales ORDER BY 1")).containsExactly("1", "2");
        load("name\nx\n", IfExists.REPLACE);
        assertThat(rows("SELECT * FROM sales")).containsExactly("x");
    }

    @Test
    void rowsAreAddedInTheTypesOfTheTable() {
        server.execute("postgres", "CREATE TABLE \"sales \"\"2024\"\"\" (zip VARCHAR(10), n NUMERIC(10, 2), d DATE)");
        load("n,zip\n5,12345\n", IfExists.APPEND);
        assertThat(rows("SELECT * FROM sales")).containsExactly("12345|5.00|null");
        KaravelException unknown = failure("n,colour\n5,red\n", IfExists.APPEND);
        assertThat(unknown).hasMessageContaining("no column colour").hasMessageContaining("zip, n, d");
        KaravelException wrong = failure("d\n2024-01-01\nyesterday\n", IfExists.APPEND);
        assertThat(wrong).hasMessage("Line 3, column d: “yesterday” is no date");
        assertThat(rows("SELECT * FROM sales")).hasSize(1);
    }

    @Test
    void aFileThatBreaksOffLeavesNothingBehind() {
        StringBuilder text = new StringBuilder("id,name\n");
        for (int i = 0; i < 5_000; i++) {
            text.append(i).append(",x\n");
        }
        text.append("1,2,3\n");
        assertThat(failure(text.toString(), IfExists.FAIL)).hasMessageContaining("Line 5002");
        assertThat(rows("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'"))
                .containsExactly("0");
        load("id\n1\n", IfExists.FAIL);
        failure("name\na\nb\u0000c\n", IfExists.REPLACE);
        assertThat(rows("SELECT id FROM sales")).containsExactly("1");
    }

    /** The heap of the tests is far smaller than what this would take as a whole. */
    @Test
    void aLongFileIsReadAsItIsWritten() throws IOException {
        Path file = folder.resolve("long.csv");
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("id,name,price\n");
            for (int i = 0; i < 200_000; i++) {
                out.write(i + ",a name of some length " + i + "," + i / 4.0 + "\n");
            }
        }
        Loaded loaded = uploads.load(database, SALES, IfExists.FAIL, Kind.CSV, file, UploadOptions.usual());
        assertThat(loaded.rows()).isEqualTo(200_000);
        assertThat(rows("SELECT count(*), sum(id), max(price) FROM sales"))
                .containsExactly("200000|19999900000|49999.75");
    }

    private Loaded load(String text, IfExists existing) {
        try {
            Path file = Files.writeString(folder.resolve("a.csv"), text);
            return uploads.load(database, SALES, existing, Kind.CSV, file, UploadOptions.usual());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private KaravelException failure(String text, IfExists existing) {
        return catchThrowableOfType(KaravelException.class, () -> load(text, existing));
    }

    private static List<String> rows(String sql) {
        List<String> result = new ArrayList<>();
        try (Connection connection = server.connect("postgres");
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql.replace("sales", "\"sales \"\"2024\"\"\""))) {
            while (rows.next()) {
                List<String> row = new ArrayList<>();
                for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                    row.add(rows.getString(i));
                }
                result.add(String.join("|", row));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return result;
    }
}
