package dev.karavel.metadata.repository;

import dev.karavel.metadata.store.OpenDatabase;
import dev.karavel.metadata.store.TestDatabase;
import org.junit.jupiter.api.Nested;

/** All in one database: to make the tables takes seconds there. */
class MariaRepositoriesTest {
    private static final String DATABASE = "repositories";

    @Nested
    class Storing extends RepositoryContract {
        @Override
        OpenDatabase open() {
            return TestDatabase.onMariaDb(DATABASE);
        }
    }

    @Nested
    class Refusing extends RefusalContract {
        @Override
        OpenDatabase open() {
            return TestDatabase.onMariaDb(DATABASE);
        }
    }

    @Nested
    class Listing extends ListContract {
        @Override
        OpenDatabase open() {
            return TestDatabase.onMariaDb(DATABASE);
        }
    }

    @Nested
    class Annotating extends AnnotationContract {
        @Override
        OpenDatabase open() {
            return TestDatabase.onMariaDb(DATABASE);
        }
    }

    @Nested
    class Remembering extends HistoryContract {
        @Override
        OpenDatabase open() {
            return TestDatabase.onMariaDb(DATABASE);
        }
    }

    @Nested
    class ThrowingAway extends TrashContract {
        @Override
        OpenDatabase open() {
            return TestDatabase.onMariaDb(DATABASE);
        }
    }

    @Nested
    class Typing extends LabContract {
        @Override
        OpenDatabase open() {
            return TestDatabase.onMariaDb(DATABASE);
        }
    }

    @Nested
    class Clustering extends ClusterContract {
        @Override
        OpenDatabase open() {
            return TestDatabase.onMariaDb(DATABASE);
        }
    }

    @Nested
    class Reporting extends ReportContract {
        @Override
        OpenDatabase open() {
            return TestDatabase.onMariaDb(DATABASE);
        }
    }
}
