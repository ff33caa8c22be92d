package dev.karavel.shell;

import dev.karavel.api.schedule.Beat;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;

@Service
@Command(scope = "karavel", name = "beat", description = "Shows which node turns the clock, and how far it is")
public final class BeatCommand implements Action {
    // Optional like every service that some node lacks: Karaf holds back all commands of a bundle until all others are
    // there.
    @Reference(optional = true)
    Beat beat;

    @Override
    public Object execute() {
        if (beat == null) {
            throw new IllegalStateException("This node has not the role beat; ask one that has (karavel:cluster)");
        }
        Beat.Status status = beat.status();
        ShellTable table = new ShellTable().noHeaders();
        table.column("");
        table.column("");
        table.addRow().addContent("Turned by", status.holder().isEmpty() ? "nobody" : status.holder());
        table.addRow().addContent("This node", Text.yes(status.here()));
        table.addRow()
                .addContent("Done until (UTC)", status.mark().map(Text::second).orElse("never"));
        table.addRow().addContent("Behind", Text.time(status.lag()));
        table.addRow().addContent("Ordered by this node", status.ordered());
        table.print(System.out);
        return null;
    }
}
