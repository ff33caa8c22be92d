package dev.karavel.shell;

import dev.karavel.api.schedule.Beat;
import java.util.Locale;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;

@Service
@Command(
        scope = "karavel",
        name = "schedule-list",
        description = "Lists what is done at times: when it is due, when it was")
public final class ScheduleListCommand implements Action {
    // Optional like every service that some node lacks: Karaf holds back all commands of a bundle until all others are
    // there.
    @Reference(optional = true)
    Beat beat;

    @Override
    public Object execute() {
        if (beat == null) {
            throw new IllegalStateException("This node has not the role beat; ask one that has (karavel:cluster)");
        }
        ShellTable table = new ShellTable().emptyTableText("No schedules");
        table.column("ID");
        table.column("Crontab");
        table.column("Zone");
        table.column("Next due (UTC)");
        table.column("Last due (UTC)");
        table.column("Missed runs");
        table.column("Task");
        beat.schedules().forEach(planned -> table.addRow()
                .addContent(
                        planned.schedule().id(),
                        planned.schedule().crontab(),
                        planned.schedule().zone(),
                        planned.next().map(Text::minute).orElse("never"),
                        planned.last().map(Text::minute).orElse("never"),
                        planned.schedule()
                                .missed()
                                .name()
                                .toLowerCase(Locale.ROOT)
                                .replace('_', ' '),
                        planned.schedule().kind()));
        table.print(System.out);
        return null;
    }
}
