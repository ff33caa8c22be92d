package dev.karavel.web.server;

import dev.karavel.api.catalog.Database;
import dev.karavel.api.catalog.KeptValues;
import dev.karavel.api.exchange.SavedQueryExchange;
import dev.karavel.api.security.AccessControl;
import dev.karavel.api.sql.SqlPlans;
import dev.karavel.api.sqllab.LabQueries;
import dev.karavel.api.sqllab.LabQuery;
import dev.karavel.api.sqllab.LabTab;
import dev.karavel.api.sqllab.LabTable;
import dev.karavel.api.sqllab.LabTables;
import dev.karavel.api.sqllab.LabTabs;
import dev.karavel.api.sqllab.SavedQuery;
import dev.karavel.web.account.Journal;
import dev.karavel.web.chart.FileAddresses;
import dev.karavel.web.sqllab.ExecuteResource;
import dev.karavel.web.sqllab.LabDownloadResource;
import dev.karavel.web.sqllab.LabFileResource;
import dev.karavel.web.sqllab.LabFinder;
import dev.karavel.web.sqllab.LabPermalinkResource;
import dev.karavel.web.sqllab.LabQueryRows;
import dev.karavel.web.sqllab.LabTextResource;
import dev.karavel.web.sqllab.QueryResource;
import dev.karavel.web.sqllab.SavedQueryDraft;
import dev.karavel.web.sqllab.SavedQueryFileResource;
import dev.karavel.web.sqllab.SavedQueryResource;
import dev.karavel.web.sqllab.SavedQueryRows;
import dev.karavel.web.sqllab.SqlLabResource;
import dev.karavel.web.sqllab.TabRows;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** SQL Lab's routes over memory: who may ask is real, nothing runs. */
final class LabShelves {
    final Queries queries = new Queries();
    private final Tabs tabs = new Tabs();
    private final Tables tables = new Tables();
    private final QueryShelf saved = new QueryShelf();
    private final FakeSqlLab lab = new FakeSqlLab();

    Object[] resources(Shelves shelves, KeptValues kept, AccessControl access, Journal journal) {
        LabFinder finder = new LabFinder(queries, access);
        LabQueryRows rows = new LabQueryRows(shelves.databases, shelves.users);
        LabFileResource files = new LabFileResource(lab, finder, journal);
        return new Object[] {
            new ExecuteResource(lab, finder, rows, null, journal),
            files,
            new LabDownloadResource(finder, files, new FileAddresses(kept)),
            new LabPermalinkResource(kept, lab),
            new LabTextResource(lab),
            new QueryResource(queries, lab, finder, rows, shelves.users, journal),
            new SavedQueryFileResource(saved, new NoFiles(), new TrashShelf(), lab, journal),
            new SavedQueryResource(
                    saved,
                    new SavedQueryRows(shelves.databases, shelves.users, shelves.tags),
                    new SavedQueryDraft(lab),
                    lab,
                    shelves.users,
                    access,
                    journal),
            new SqlLabResource(lab, tabs, new TabRows(queries, tables, saved, rows), queries, rows, new NoPlans())
        };
    }

    private static final class Queries extends Shelf<LabQuery> implements LabQueries {
        @Override
        protected LabQuery numbered(LabQuery old, long id) {
            return new LabQuery(id, old.uuid(), 1, old.clientId(), old.question(), old.course(), old.changedOn());
        }

        @Override
        public Optional<LabQuery> findByClientId(String clientId) {
            return Optional.empty();
        }

        @Override
        public Optional<LabQuery> findByResultsKey(String key) {
            return Optional.empty();
        }

        @Override
        public List<LabQuery> changedSince(long userId, Instant moment, int most) {
            return List.of();
        }

        @Override
        public List<LabQuery> open() {
            return List.of();
        }

        @Override
        public Optional<LabQuery> advance(long id, UnaryOperator<LabQuery.Course> step) {
            return Optional.empty();
        }

        @Override
        public int forgetBefore(Instant moment) {
            return 0;
        }
    }

    private static final class Tabs extends Shelf<LabTab> implements LabTabs {
        @Override
        protected LabTab numbered(LabTab old, long id) {
            throw new UnsupportedOperationException("no tab is stored here");
        }

        @Override
        public List<LabTab> ofUser(long userId) {
            return List.of();
        }

        @Override
        public boolean activate(long userId, long id) {
            return false;
        }
    }

    private static final class Tables extends Shelf<LabTable> implements LabTables {
        @Override
        protected LabTable numbered(LabTable old, long id) {
            throw new UnsupportedOperationException("no table is stored here");
        }

        @Override
        public List<LabTable> ofTab(long tabId) {
            return List.of();
        }
    }

    private static final class NoFiles implements SavedQueryExchange {
        @Override
        public void write(List<SavedQuery> queries, OutputStream zip) {
            throw new UnsupportedOperationException("no files");
        }

        @Override
        public Map<String, SavedQuery> read(Path zip, long userId) {
            return Map.of();
        }
    }

    private static final class NoPlans implements SqlPlans {
        @Override
        public boolean explains(Database database) {
            return false;
        }

        @Override
        public boolean estimates(Database database) {
            return false;
        }

        @Override
        public String explain(Database database, String select, Instant deadline) {
            throw new UnsupportedOperationException("no warehouse");
        }

        @Override
        public Map<String, String> estimate(Database database, String select, Instant deadline) {
            throw new UnsupportedOperationException("no warehouse");
        }
    }
}
