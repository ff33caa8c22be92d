package dev.karavel.metadata.repository;

import dev.karavel.metadata.store.OpenDatabase;
import dev.karavel.metadata.store.TestDatabase;

class DerbyRepositoryTest extends RepositoryContract {
    @Override
    OpenDatabase open() {
        return TestDatabase.inMemory();
    }
}
