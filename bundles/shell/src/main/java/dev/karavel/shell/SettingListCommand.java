package dev.karavel.shell;

import dev.karavel.api.error.KaravelException;
import dev.karavel.api.setting.SharedSettings;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;

@Service
@Command(scope = "karavel", name = "setting-list", description = "Lists the options that are the same on every node")
public final class SettingListCommand implements Action {
    @Reference
    SharedSettings settings;

    @Option(name = "--all", description = "Lists what may be set instead")
    boolean all;

    @Override
    public Object execute() {
        try {
            (all ? options() : settings()).print(System.out);
        } catch (KaravelException e) {
            throw Text.told(e);
        }
        return null;
    }

    private ShellTable settings() {
        ShellTable table = new ShellTable()
                .emptyTableText(
                        "No shared settings: every node has its own; set one with karavel:setting-set PID KEY VALUE");
        table.column("PID");
        table.column("Key");
        table.column("Value").maxSize(60).wrap();
        table.column("Set by");
        table.column("When (UTC)");
        settings.list().forEach(setting -> table.addRow()
                .addContent(
                        setting.pid(),
                        setting.key(),
                        setting.value(),
                        setting.changedBy(),
                        Text.minute(setting.changedOn())));
        return table;
    }

    private ShellTable options() {
        ShellTable table = new ShellTable();
        table.column("PID");
        table.column("Key");
        table.column("Default");
        table.column("Meaning").maxSize(80).wrap();
        settings.options().forEach(option -> table.addRow()
                .addContent(option.pid(), option.key(), option.standard(), option.title()));
        return table;
    }
}
