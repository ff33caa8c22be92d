package dev.karavel.shell;

import dev.karavel.api.error.ErrorCode;
import dev.karavel.api.error.KaravelException;
import dev.karavel.api.setting.SharedSettings;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;

@Service
@Command(scope = "karavel", name = "setting-remove", description = "Gives every node its own value of an option back")
public final class SettingRemoveCommand implements Action {
    @Reference
    SharedSettings settings;

    @Argument(name = "pid", required = true, description = "Of the configuration, as setting-list shows it")
    @Completion(SetPids.class)
    String pid;

    @Argument(index = 1, name = "key", required = true, description = "As setting-list shows it")
    @Completion(SetKeys.class)
    String key;

    @Override
    public Object execute() {
        try {
            settings.remove(pid, key, Text.OPERATOR);
        } catch (KaravelException e) {
            if (e.code() == ErrorCode.NOT_FOUND) {
                throw new IllegalArgumentException(key + " of " + pid + " is not shared: see karavel:setting-list", e);
            }
            throw Text.told(e);
        }
        System.out.println("Every node has its own " + key + " of " + pid + " again");
        return null;
    }
}
