package dev.karavel.shell;

import dev.karavel.api.catalog.Database;
import dev.karavel.api.catalog.Databases;
import dev.karavel.api.error.KaravelException;
import dev.karavel.api.sql.Warehouses;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;

@Service
@Command(scope = "karavel", name = "database-test", description = "Connects to a database and says what it answers")
public final class DatabaseTestCommand implements Action {
    @Reference
    Databases databases;

    @Reference
    Warehouses warehouses;

    @Argument(name = "name", required = true, description = "Name of the database")
    @Completion(DatabaseNames.class)
    String name;

    @Override
    public Object execute() {
        Database database = databases
                .findByName(name)
                .orElseThrow(() -> new IllegalArgumentException(
                        "There is no database \"" + name + "\": see karavel:database-list"));
        long start = System.nanoTime();
        try {
            warehouses.test(database);
        } catch (KaravelException e) {
            throw Text.told(e);
        }
        System.out.println(name + " answers (" + (System.nanoTime() - start) / 1_000_000 + " ms)");
        return null;
    }
}
