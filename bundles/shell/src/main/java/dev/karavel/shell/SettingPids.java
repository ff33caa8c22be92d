package dev.karavel.shell;

import dev.karavel.api.setting.SharedOption;
import dev.karavel.api.setting.SharedSettings;
import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.StringsCompleter;

/** What has options that may be shared. */
@Service
public final class SettingPids implements Completer {
    @Reference
    SharedSettings settings;

    @Override
    public int complete(Session session, CommandLine line, List<String> candidates) {
        List<String> names =
                settings.options().stream().map(SharedOption::pid).distinct().toList();
        return new StringsCompleter(names).complete(session, line, candidates);
    }
}
