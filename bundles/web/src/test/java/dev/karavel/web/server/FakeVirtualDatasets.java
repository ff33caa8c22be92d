package dev.karavel.web.server;

import dev.karavel.api.catalog.Database;
import dev.karavel.api.catalog.Dataset;
import dev.karavel.api.error.ErrorCode;
import dev.karavel.api.error.KaravelException;
import dev.karavel.api.query.VirtualDatasets;
import dev.karavel.api.security.Principal;

/** Renders what is in braces to nothing; the table "secrets" is the administrator's. */
final class FakeVirtualDatasets implements VirtualDatasets {
    @Override
    public Dataset readable(Database database, Dataset dataset, Principal principal) {
        if (dataset.sql().filter(sql -> sql.contains("secrets")).isPresent() && !principal.isAdmin()) {
            throw new KaravelException(ErrorCode.FORBIDDEN, "sql", "You may not read the table secrets", null);
        }
        return dataset.sql()
                .map(sql -> dataset.withSql(sql.replaceAll("\\{\\{.*?}}", "")))
                .orElse(dataset);
    }
}
