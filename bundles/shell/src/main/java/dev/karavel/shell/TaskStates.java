package dev.karavel.shell;

import dev.karavel.api.task.Task;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.StringsCompleter;

@Service
public final class TaskStates implements Completer {
    @Override
    public int complete(Session session, CommandLine line, List<String> candidates) {
        List<String> states = Arrays.stream(Task.State.values())
                .map(state -> state.name().toLowerCase(Locale.ROOT))
                .toList();
        return new StringsCompleter(states).complete(session, line, candidates);
    }
}
