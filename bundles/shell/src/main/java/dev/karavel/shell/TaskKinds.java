package dev.karavel.shell;

import dev.karavel.api.task.Tasks;
import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.StringsCompleter;

@Service
public final class TaskKinds implements Completer {
    @Reference
    Tasks tasks;

    @Override
    public int complete(Session session, CommandLine line, List<String> candidates) {
        List<String> kinds =
                tasks.counts().stream().map(Tasks.Count::kind).distinct().toList();
        return new StringsCompleter(kinds).complete(session, line, candidates);
    }
}
