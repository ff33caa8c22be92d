package dev.karavel.metadata.repository;

import dev.karavel.metadata.store.OpenDatabase;
import dev.karavel.metadata.store.TestDatabase;
import org.junit.jupiter.api.Nested;

class DerbyRepositoriesTest {
    @Nested
    class Storing extends RepositoryContract {
        @Override
        OpenDatabase open() {
            return TestDatabase.inMemory();
        }
    }

    @Nested
    class Refusing extends RefusalContract {
        @Override
        OpenDatabase open() {
            return TestDatabase.inMemory();
        }
    }

    @Nested
    class Listing extends ListContract {
        @Override
        OpenDatabase open() {
            return TestDatabase.inMemory();
        }
    }

    @Nested
    class Annotating extends AnnotationContract {
        @Override
        OpenDatabase open() {
            return TestDatabase.inMemory();
        }
    }

    @Nested
    class Remembering extends HistoryContract {
        @Override
        OpenDatabase open() {
            return TestDatabase.inMemory();
        }
    }

    @Nested
    class ThrowingAway extends TrashContract {
        @Override
        OpenDatabase open() {
            return TestDatabase.inMemory();
        }
    }

    @Nested
    class Typing extends LabContract {
        @Override
        OpenDatabase open() {
            return TestDatabase.inMemory();
        }
    }

    @Nested
    class Clustering extends ClusterContract {
        @Override
        OpenDatabase open() {
            return TestDatabase.inMemory();
        }
    }

    @Nested
    class Reporting extends ReportContract {
        @Override
        OpenDatabase open() {
            return TestDatabase.inMemory();
        }
    }
}
