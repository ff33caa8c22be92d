package dev.karavel.shell;

import dev.karavel.spi.data.DriverFolder;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;

@Service
@Command(scope = "karavel", name = "driver-list", description = "Lists the JDBC drivers in the driver folder")
public final class DriverListCommand implements Action {
    private final DriverFolder folder;

    public DriverListCommand() {
        this(DriverFolder.ofServer());
    }

    DriverListCommand(DriverFolder folder) {
        this.folder = folder;
    }

    @Override
    public Object execute() {
        ShellTable table = new ShellTable().emptyTableText("No drivers");
        table.column("Jar or folder");
        table.column("Version");
        table.column("Driver");
        table.column("Used by");
        table.column("Not used because");
        folder.drivers().forEach(driver -> table.addRow()
                .addContent(
                        driver.name(),
                        driver.version(),
                        String.join(", ", driver.classes()),
                        // how many open warehouses of each type
                        driver.users().stream()
                                .collect(
                                        Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()))
                                .entrySet()
                                .stream()
                                .map(user -> user.getKey() + " " + user.getValue())
                                .collect(Collectors.joining(", ")),
                        driver.refused()));
        table.print(System.out);
        return null;
    }
}
