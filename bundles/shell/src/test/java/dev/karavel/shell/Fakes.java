package dev.karavel.shell;

import dev.karavel.api.cache.CachedResult;
import dev.karavel.api.cache.ResultCache;
import dev.karavel.api.catalog.Chart;
import dev.karavel.api.catalog.Charts;
import dev.karavel.api.catalog.Dashboard;
import dev.karavel.api.catalog.Dashboards;
import dev.karavel.api.catalog.Database;
import dev.karavel.api.catalog.Databases;
import dev.karavel.api.catalog.Dataset;
import dev.karavel.api.catalog.Datasets;
import dev.karavel.api.catalog.Role;
import dev.karavel.api.catalog.Roles;
import dev.karavel.api.catalog.Stamp;
import dev.karavel.api.catalog.User;
import dev.karavel.api.catalog.Users;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/** Our own services, small enough to look through. */
final class Fakes {
    private static final Instant NOON = Instant.parse("2026-01-31T12:00:00Z");
    private static final Stamp STAMP = new Stamp(NOON, Optional.empty(), NOON, Optional.empty());

    private Fakes() {}

    static final class FakeDashboards extends FakeRepository<Dashboard> implements Dashboards {
        FakeDashboards(Dashboard... things) {
            super(List.of(things));
        }

        @Override
        public Optional<Dashboard> findBySlug(String slug) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<Dashboard> withChart(long chartId) {
            throw new UnsupportedOperationException();
        }
    }

    static final class FakeCharts extends FakeRepository<Chart> implements Charts {
        FakeCharts(Chart... things) {
            super(List.of(things));
        }

        @Override
        public List<Chart> ofDataset(long datasetId) {
            throw new UnsupportedOperationException();
        }
    }

    static final class FakeDatasets extends FakeRepository<Dataset> implements Datasets {
        FakeDatasets(Dataset... things) {
            super(List.of(things));
        }

        @Override
        public List<Dataset> ofDatabase(long databaseId) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<Dataset> findTable(long databaseId, Optional<String> schema, String tableName) {
            throw new UnsupportedOperationException();
        }
    }

    static final class FakeDatabases extends FakeRepository<Database> implements Databases {
        FakeDatabases(Database... things) {
            super(List.of(things));
        }

        @Override
        public Optional<Database> findByName(String name) {
            return things().stream().filter(one -> one.name().equals(name)).findFirst();
        }
    }

    static final class FakeUsers extends FakeRepository<User> implements Users {
        FakeUsers(User... things) {
            super(List.of(things));
        }

        @Override
        public Optional<User> findByName(String username) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<String> passwordHash(long userId) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void setPasswordHash(long userId, String hash) {
            throw new UnsupportedOperationException();
        }
    }

    static final class FakeRoles extends FakeRepository<Role> implements Roles {
        FakeRoles(Role... things) {
            super(List.of(things));
        }

        @Override
        public Optional<Role> findByName(String name) {
            throw new UnsupportedOperationException();
        }
    }

    static final class FakeCache implements ResultCache {
        private long entries = 12;

        @Override
        public Optional<CachedResult> find(String key) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Found load(String key, boolean force, Duration timeToLive, Duration patience, Supplier<byte[]> loader) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void forget(String key) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void clear() {
            entries = 0;
        }

        @Override
        public Statistics statistics() {
            return new Statistics(entries, 1_572_864, 64 * 1_048_576, 3, 1, 7, 0);
        }
    }

    static Dashboard dashboard(long id, String title, boolean published) {
        return new Dashboard(
                id,
                new UUID(0, id),
                1,
                title,
                Optional.of("slug-" + id),
                "",
                "{}",
                "{}",
                "",
                published,
                "",
                "",
                List.of(1L, 2L),
                Set.of(),
                Set.of(),
                Optional.empty(),
                STAMP);
    }

    static Database database(long id, String name) {
        return new Database(
                id,
                new UUID(0, id),
                1,
                name,
                "duckdb",
                Map.of("token", "secret"),
                Optional.empty(),
                true,
                false,
                false,
                "",
                STAMP);
    }

    static User user(String name, Set<String> roles) {
        return new User(1, new UUID(0, 1), 1, name, "First", "Last", name + "@example.org", true, roles, STAMP);
    }
}
