package dev.karavel.shell;

import dev.karavel.api.catalog.Users;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;

@Service
@Command(scope = "karavel", name = "user-list", description = "Lists the people who can sign in")
public final class UserListCommand implements Action {
    @Reference
    Users users;

    @Argument(name = "text", description = "Only those with this text in a name or the address")
    String text = "";

    @Override
    public Object execute() {
        ShellTable table = new ShellTable().emptyTableText("No users: see karavel:user-add");
        table.column("ID").alignRight();
        table.column("Username");
        table.column("Name");
        table.column("E-mail");
        table.column("Roles");
        table.column("Active");
        users.list(Search.by("username", "user_all_text", text, "username"))
                .items()
                .forEach(user -> table.addRow()
                        .addContent(
                                user.id(),
                                user.username(),
                                user.fullName(),
                                user.email(),
                                String.join(", ", user.roles().stream().sorted().toList()),
                                Text.yes(user.active())));
        table.print(System.out);
        return null;
    }
}
