package dev.karavel.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.karavel.api.catalog.Database;
import dev.karavel.api.error.ErrorCode;
import dev.karavel.api.error.KaravelException;
import dev.karavel.api.sql.Warehouses;
import dev.karavel.spi.data.Warehouse;
import java.net.ConnectException;
import java.util.List;
import org.junit.jupiter.api.Test;

class DatabaseTestCommandTest {
    private final Warehouses warehouses = new Warehouses() {
        @Override
        public Warehouse open(Database database) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void test(Database database) {
            if (database.name().equals("away")) {
                throw new KaravelException(
                        ErrorCode.WAREHOUSE_UNREACHABLE,
                        "away does not answer",
                        new ConnectException("db.example:5432"));
            }
        }

        @Override
        public List<Kind> kinds() {
            throw new UnsupportedOperationException();
        }

        @Override
        public Address read(String sqlalchemyAddress) {
            throw new UnsupportedOperationException();
        }
    };

    @Test
    void aDatabaseThatAnswersIsSaidToAnswer() throws Exception {
        assertThat(Printed.by(command("examples"))).startsWith("examples answers (");
    }

    @Test
    void aDatabaseThatDoesNotAnswerFailsWithTheReason() {
        assertThatThrownBy(() -> Printed.by(command("away"))).hasMessage("away does not answer (db.example:5432)");
    }

    @Test
    void anUnknownNamePointsAtTheList() {
        assertThatThrownBy(() -> Printed.by(command("nowhere")))
                .hasMessageContaining("\"nowhere\"")
                .hasMessageContaining("karavel:database-list");
    }

    private DatabaseTestCommand command(String name) {
        DatabaseTestCommand command = new DatabaseTestCommand();
        command.databases = new Fakes.FakeDatabases(Fakes.database(1, "examples"), Fakes.database(2, "away"));
        command.warehouses = warehouses;
        command.name = name;
        return command;
    }
}
