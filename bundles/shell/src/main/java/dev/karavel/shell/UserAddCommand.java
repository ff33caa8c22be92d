package dev.karavel.shell;

import dev.karavel.api.catalog.User;
import dev.karavel.api.error.KaravelException;
import dev.karavel.api.security.Accounts;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;

@Service
@Command(scope = "karavel", name = "user-add", description = "Makes an account")
public final class UserAddCommand implements Action {
    @Reference
    Accounts accounts;

    @Reference
    Session session;

    @Argument(name = "username", required = true, description = "Name to sign in with")
    String username;

    @Option(name = "--first-name", description = "First name")
    String firstName = "";

    @Option(name = "--last-name", description = "Last name")
    String lastName = "";

    @Option(name = "--email", description = "E-mail address")
    String email = "";

    @Option(name = "--role", multiValued = true, description = "A role; may be repeated (Gamma if there is none)")
    @Completion(RoleNames.class)
    List<String> roles = List.of("Gamma");

    @Option(name = "--password", description = "Password; asked for if missing, which keeps it out of the history")
    String password;

    @Option(name = "--password-stdin", description = "Reads the password from the first line of the input")
    boolean fromInput;

    @Override
    public Object execute() throws IOException {
        String chosen = Passwords.of(password, fromInput, session);
        try {
            User user = accounts.add(username, firstName, lastName, email, Set.copyOf(roles), chosen);
            System.out.println("User " + user.username() + " can sign in now (id " + user.id() + ", roles "
                    + String.join(", ", user.roles().stream().sorted().toList()) + ")");
        } catch (KaravelException e) {
            throw Text.told(e);
        }
        return null;
    }
}
