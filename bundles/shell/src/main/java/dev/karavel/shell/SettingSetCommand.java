package dev.karavel.shell;

import dev.karavel.api.error.KaravelException;
import dev.karavel.api.setting.SharedSettings;
import java.io.IOException;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;

@Service
@Command(
        scope = "karavel",
        name = "setting-set",
        description = "Sets an option on every node, over what each node's files and environment say")
public final class SettingSetCommand implements Action {
    @Reference
    SharedSettings settings;

    @Reference
    Session session;

    @Argument(name = "pid", required = true, description = "Of the configuration: dev.karavel.web")
    @Completion(SettingPids.class)
    String pid;

    @Argument(index = 1, name = "key", required = true, description = "As it stands in the file of the configuration")
    @Completion(SettingKeys.class)
    String key;

    @Argument(index = 2, name = "value", description = "What it is from now on; asked for if missing")
    String value;

    @Override
    public Object execute() throws IOException {
        String chosen = value == null ? asked() : value;
        try {
            settings.set(pid, key, chosen, Text.OPERATOR);
        } catch (KaravelException e) {
            throw Text.told(e);
        }
        System.out.println(key + " of " + pid + " is set on every node; karavel:setting-remove " + pid + " " + key
                + " gives each its own value back");
        return null;
    }

    /** Nothing of it is seen, nor kept in the history: it may be a secret. */
    private String asked() throws IOException {
        if (session.getTerminal() == null) {
            throw new IllegalArgumentException(
                    "Which value? Give it after the key; a secret that nobody shall see among the processes goes with the"
                            + " whole command into the input of bin/karavel client");
        }
        return session.readLine("Value: ", '*');
    }
}
