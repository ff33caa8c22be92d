package dev.karavel.shell;

import dev.karavel.api.catalog.ListQuery;
import dev.karavel.api.catalog.Role;
import dev.karavel.api.catalog.Roles;
import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.StringsCompleter;

@Service
public final class RoleNames implements Completer {
    @Reference
    Roles roles;

    @Override
    public int complete(Session session, CommandLine line, List<String> candidates) {
        List<String> names = roles.list(ListQuery.everything()).items().stream()
                .map(Role::name)
                .toList();
        return new StringsCompleter(names).complete(session, line, candidates);
    }
}
