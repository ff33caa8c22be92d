package dev.karavel.shell;

import dev.karavel.api.setting.SharedSetting;
import dev.karavel.api.setting.SharedSettings;
import java.util.Arrays;
import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.StringsCompleter;

/** What is shared now of the configuration that is typed already. */
@Service
public final class SetKeys implements Completer {
    @Reference
    SharedSettings settings;

    @Override
    public int complete(Session session, CommandLine line, List<String> candidates) {
        List<String> typed = Arrays.asList(line.getArguments());
        List<String> names = settings.list().stream()
                .filter(setting -> typed.contains(setting.pid()))
                .map(SharedSetting::key)
                .toList();
        return new StringsCompleter(names).complete(session, line, candidates);
    }
}
