package dev.karavel.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.karavel.api.catalog.Database;
import dev.karavel.api.sql.RowReceiver;
import dev.karavel.api.sql.SqlQuestion;
import dev.karavel.api.sql.SqlRunner;
import dev.karavel.api.sql.SqlText;
import dev.karavel.api.sql.Times;
import dev.karavel.spi.data.Limits;
import dev.karavel.spi.data.Table;
import dev.karavel.spi.data.TableName;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DatabaseLoadCommandTest {
    private static final List<Long> COUNTS = List.of(0L, 0L, 4L, 4L, 4L, 4L, 4L, 4L);

    @Test
    void eachDatabaseShowsItsStatementsAndHowLongTheyTook() throws Exception {
        List<String> lines = Printed.by(command(null)).lines().toList();
        assertThat(lines.get(0)).contains("Name", "Running", "Waiting", "Connections", "Refused", "Run, mean");
        assertThat(lines).anySatisfy(line -> assertThat(line.split("[│|]"))
                .extracting(String::strip)
                .containsExactly("busy", "2", "1", "2", "3", "8", "4", "1", "3", "-", "-", "50.0 ms", "12.0 s"));
        assertThat(lines).anySatisfy(line -> assertThat(line).startsWith("idle"));
    }

    @Test
    void oneDatabaseCanBeNamed() throws Exception {
        assertThat(Printed.by(command("busy"))).contains("busy").doesNotContain("idle");
    }

    @Test
    void anUnknownNamePointsAtTheList() {
        assertThatThrownBy(() -> Printed.by(command("nowhere")))
                .hasMessageContaining("\"nowhere\"")
                .hasMessageContaining("karavel:database-list");
    }

    private static DatabaseLoadCommand command(String name) {
        DatabaseLoadCommand command = new DatabaseLoadCommand();
        command.databases = new Fakes.FakeDatabases(Fakes.database(1, "busy"), Fakes.database(2, "idle"));
        command.runner = new Counted();
        command.name = name;
        return command;
    }

    /** Has counted statements of the first database. */
    private static final class Counted implements SqlRunner {
        @Override
        public Pool pool(long databaseId) {
            return databaseId == 1 ? new Pool(2, 3, 1, 8) : new Pool(0, 0, 0, 8);
        }

        @Override
        public Load load(long databaseId) {
            Times runs = new Times(4, Duration.ofMillis(200), Duration.ofSeconds(12), COUNTS);
            return databaseId == 1 ? new Load(2, 1, 4, 1, 3, Times.none(), runs) : Load.none();
        }

        @Override
        public OptionalLong change(Database database, List<String> statements, Duration time, Instant deadline) {
            throw new UnsupportedOperationException();
        }

        @Override
        public SqlText write(SqlQuestion question) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Set<TableName> tables(Database database, String sql, String field) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Table run(Database database, String sql, Limits limits, Instant deadline) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Table run(Database database, SqlText text, Limits limits, Instant deadline) {
            throw new UnsupportedOperationException();
        }

        @Override
        public long stream(Database database, String sql, Limits limits, Instant deadline, RowReceiver receiver) {
            throw new UnsupportedOperationException();
        }
    }
}
