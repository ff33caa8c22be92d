package dev.karavel.metadata.task;

import dev.karavel.metadata.store.OpenDatabase;
import dev.karavel.metadata.store.RealPostgres;
import dev.karavel.metadata.store.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;

class StoredTasksTest {
    private static RealPostgres server;

    @BeforeAll
    static void startServer() {
        server = RealPostgres.start();
    }

    @AfterAll
    static void stopServer() {
        server.close();
    }

    @Nested
    class OnDerby extends TaskContract {
        @Override
        OpenDatabase open() {
            return TestDatabase.inMemory();
        }
    }

    @Nested
    class OnMariaDb extends TaskContract {
        @Override
        OpenDatabase open() {
            return TestDatabase.onMariaDb("tasks");
        }
    }

    @Nested
    class OnPostgres extends TaskContract {
        @Override
        OpenDatabase open() {
            return TestDatabase.on(server);
        }
    }
}
