package dev.karavel.shell;

import dev.karavel.api.error.KaravelException;
import dev.karavel.api.setting.SharedSettings;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;

@Service
@Command(
        scope = "karavel",
        name = "setting-set",
        description = "Sets an option on every node, over what each node's files and environment say")
public final class SettingSetCommand implements Action {
    @Reference
    SharedSettings settings;

    @Argument(name = "pid", required = true, description = "Of the configuration: dev.karavel.web")
    @Completion(SettingPids.class)
    String pid;

    @Argument(index = 1, name = "key", required = true, description = "As it stands in the file of the configuration")
    @Completion(SettingKeys.class)
    String key;

    @Argument(index = 2, name = "value", description = "What it is from now on")
    String value;

    @Option(
            name = "--value-stdin",
            description = "Reads the value from the first line of the input, which keeps a secret out of the history")
    boolean fromInput;

    @Override
    public Object execute() throws IOException {
        String chosen = fromInput ? firstLine() : value;
        if (chosen == null) {
            throw new IllegalArgumentException(
                    "Which value? Give it after the key, or --value-stdin and write it to the input");
        }
        try {
            settings.set(pid, key, chosen, Text.OPERATOR);
        } catch (KaravelException e) {
            throw Text.told(e);
        }
        System.out.println(key + " of " + pid + " is set on every node; karavel:setting-remove " + pid + " " + key
                + " gives each its own value back");
        return null;
    }

    private static String firstLine() throws IOException {
        return new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
    }
}
