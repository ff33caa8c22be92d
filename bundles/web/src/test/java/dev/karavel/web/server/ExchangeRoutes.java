package dev.karavel.web.server;

import dev.karavel.api.exchange.AssetExchange;
import dev.karavel.api.exchange.AssetKind;
import dev.karavel.api.exchange.GivenSecrets;
import dev.karavel.api.exchange.ImportOutcome;
import dev.karavel.api.security.Principal;
import dev.karavel.web.account.Journal;
import dev.karavel.web.exchange.AssetFiles;
import dev.karavel.web.exchange.AssetsFileResource;
import dev.karavel.web.exchange.ChartFileResource;
import dev.karavel.web.exchange.DashboardFileResource;
import dev.karavel.web.exchange.DatabaseFileResource;
import dev.karavel.web.exchange.DatasetFileResource;
import java.nio.file.Path;
import java.util.List;

/** The routes of files: who may use them is real, there are no files. */
final class ExchangeRoutes {
    private ExchangeRoutes() {}

    static Object[] resources(Journal journal) {
        AssetFiles files = new AssetFiles(new NoFiles(), journal);
        return new Object[] {
            new AssetsFileResource(files),
            new ChartFileResource(files),
            new DashboardFileResource(files),
            new DatabaseFileResource(files),
            new DatasetFileResource(files)
        };
    }

    private static final class NoFiles implements AssetExchange {
        @Override
        public Export export(AssetKind kind, List<Long> ids, Principal principal) {
            throw new UnsupportedOperationException("no files");
        }

        @Override
        public ImportOutcome read(
                Path zip, AssetKind kind, GivenSecrets secrets, boolean overwrite, Principal principal) {
            throw new UnsupportedOperationException("no files");
        }
    }
}
