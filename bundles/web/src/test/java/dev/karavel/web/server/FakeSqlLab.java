package dev.karavel.web.server;

import dev.karavel.api.catalog.Database;
import dev.karavel.api.query.Download;
import dev.karavel.api.query.ResultFormat;
import dev.karavel.api.security.Principal;
import dev.karavel.api.sqllab.LabQuery;
import dev.karavel.api.sqllab.LabResult;
import dev.karavel.api.sqllab.SqlLab;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A SQL Lab without a database. */
final class FakeSqlLab implements SqlLab {
    @Override
    public Bounds bounds() {
        return new Bounds(1000, 100_000, 10_000, Duration.ofSeconds(30), Duration.ofHours(6));
    }

    @Override
    public LabQuery submit(Order order, Principal principal) {
        throw new UnsupportedOperationException("no database");
    }

    @Override
    public LabQuery await(LabQuery query, Duration patience) {
        return query;
    }

    @Override
    public LabQuery stop(LabQuery query) {
        return query;
    }

    @Override
    public LabResult result(LabQuery query) {
        throw new UnsupportedOperationException("no results");
    }

    @Override
    public Download export(LabQuery query, ResultFormat format, Principal principal) {
        throw new UnsupportedOperationException("no results");
    }

    @Override
    public Download exportAll(LabQuery query, ResultFormat format, String name, Principal principal) {
        throw new UnsupportedOperationException("no results");
    }

    @Override
    public List<Database> databases(Principal principal) {
        return List.of();
    }

    @Override
    public Database database(long id, Optional<String> schema, Principal principal) {
        throw new UnsupportedOperationException("no database");
    }

    @Override
    public List<Database> askable(Principal principal) {
        return List.of();
    }

    @Override
    public Database askable(long id, Principal principal) {
        throw new UnsupportedOperationException("no database");
    }

    @Override
    public String format(String sql) {
        return sql;
    }

    @Override
    public List<Fault> check(Script script, Principal principal) {
        return List.of();
    }

    @Override
    public List<Estimate> estimate(Script script, Principal principal) {
        return List.of();
    }
}
