package dev.karavel.shell;

import dev.karavel.api.error.KaravelException;
import dev.karavel.api.security.Accounts;
import java.io.IOException;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;

@Service
@Command(scope = "karavel", name = "user-password", description = "Changes a password and ends the user's sessions")
public final class UserPasswordCommand implements Action {
    @Reference
    Accounts accounts;

    @Reference
    Session session;

    @Argument(name = "username", required = true, description = "Whose password")
    @Completion(UserNames.class)
    String username;

    @Option(name = "--password", description = "New password; asked for if missing, which keeps it out of the history")
    String password;

    @Option(name = "--password-stdin", description = "Reads the password from the first line of the input")
    boolean fromInput;

    @Override
    public Object execute() throws IOException {
        String chosen = Passwords.of(password, fromInput, session);
        try {
            accounts.changePassword(username, chosen);
        } catch (KaravelException e) {
            throw Text.told(e);
        }
        System.out.println("Password of " + username + " changed, all sessions ended");
        return null;
    }
}
