package dev.karavel.shell;

import dev.karavel.api.sqllab.LabQueries;
import dev.karavel.api.sqllab.LabQuery;
import dev.karavel.api.sqllab.SqlLab;
import java.util.Locale;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;

@Service
@Command(scope = "karavel", name = "query-stop", description = "Stops a query of SQL Lab, at its database too")
public final class QueryStopCommand implements Action {
    @Reference
    LabQueries queries;

    @Reference
    SqlLab lab;

    @Argument(name = "query", required = true, description = "Its ID, as query-list shows it")
    @Completion(QueryIds.class)
    String id;

    @Override
    public Object execute() {
        LabQuery query = queries.findByClientId(id)
                .orElseThrow(
                        () -> new IllegalArgumentException("There is no query " + id + "; see karavel:query-list"));
        LabQuery now = lab.stop(query);
        System.out.println("Query " + id + " is " + now.course().state().name().toLowerCase(Locale.ROOT));
        return null;
    }
}
