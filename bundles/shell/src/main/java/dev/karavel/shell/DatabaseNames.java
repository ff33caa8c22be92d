package dev.karavel.shell;

import dev.karavel.api.catalog.Database;
import dev.karavel.api.catalog.Databases;
import dev.karavel.api.catalog.ListQuery;
import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.StringsCompleter;

@Service
public final class DatabaseNames implements Completer {
    @Reference
    Databases databases;

    @Override
    public int complete(Session session, CommandLine line, List<String> candidates) {
        List<String> names = databases.list(ListQuery.everything()).items().stream()
                .map(Database::name)
                .toList();
        return new StringsCompleter(names).complete(session, line, candidates);
    }
}
