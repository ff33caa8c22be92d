package dev.karavel.metadata.repository;

import dev.karavel.metadata.store.OpenDatabase;
import dev.karavel.metadata.store.RealPostgres;
import dev.karavel.metadata.store.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;

class PostgresRepositoriesTest {
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
    class Storing extends RepositoryContract {
        @Override
        OpenDatabase open() {
            return TestDatabase.on(server);
        }
    }

    @Nested
    class Refusing extends RefusalContract {
        @Override
        OpenDatabase open() {
            return TestDatabase.on(server);
        }
    }

    @Nested
    class Listing extends ListContract {
        @Override
        OpenDatabase open() {
            return TestDatabase.on(server);
        }
    }

    @Nested
    class Annotating extends AnnotationContract {
        @Override
        OpenDatabase open() {
            return TestDatabase.on(server);
        }
    }

    @Nested
    class Remembering extends HistoryContract {
        @Override
        OpenDatabase open() {
            return TestDatabase.on(server);
        }
    }

    @Nested
    class ThrowingAway extends TrashContract {
        @Override
        OpenDatabase open() {
            return TestDatabase.on(server);
        }
    }

    @Nested
    class Typing extends LabContract {
        @Override
        OpenDatabase open() {
            return TestDatabase.on(server);
        }
    }

    @Nested
    class Clustering extends ClusterContract {
        @Override
        OpenDatabase open() {
            return TestDatabase.on(server);
        }
    }

    @Nested
    class Reporting extends ReportContract {
        @Override
        OpenDatabase open() {
            return TestDatabase.on(server);
        }
    }
}
