package dev.karavel.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.karavel.api.catalog.User;
import dev.karavel.api.error.ErrorCode;
import dev.karavel.api.error.KaravelException;
import dev.karavel.api.security.Accounts;
import java.lang.reflect.Proxy;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.api.console.Terminal;
import org.junit.jupiter.api.Test;

class AccountCommandsTest {
    private final Map<String, String> passwords = new HashMap<>();

    private final Accounts accounts = new Accounts() {
        @Override
        public User add(
                String username, String firstName, String lastName, String email, Set<String> roles, String password) {
            if (passwords.containsKey(username)) {
                throw new KaravelException(
                        ErrorCode.CONFLICT,
                        "Another one has this username already",
                        new IllegalStateException("23505"));
            }
            passwords.put(username, password);
            return Fakes.user(username, roles);
        }

        @Override
        public void changePassword(String username, String password) {
            passwords.put(username, password);
        }
    };

    @Test
    void thePasswordIsAskedForTwiceAtATerminal() throws Exception {
        UserAddCommand command = add("ann");
        command.session = session("geheim!", "geheim!");
        assertThat(Printed.by(command)).contains("ann", "Gamma").doesNotContain("geheim");
        assertThat(passwords).containsEntry("ann", "geheim!");
    }

    @Test
    void twoDifferentPasswordsChangeNothing() {
        UserAddCommand command = add("ann");
        command.session = session("one", "other");
        assertThatThrownBy(() -> Printed.by(command)).hasMessageContaining("try again");
        assertThat(passwords).isEmpty();
    }

    @Test
    void withoutATerminalTheInputIsNamedAsTheWay() throws Exception {
        UserPasswordCommand command = new UserPasswordCommand();
        command.accounts = accounts;
        command.username = "ann";
        command.session = session();
        assertThatThrownBy(() -> Printed.by(command)).hasMessageContaining("--password-stdin");

        command.fromInput = true;
        assertThat(Printed.by(command, "aus der Röhre\nrest")).contains("sessions ended");
        assertThat(passwords).containsEntry("ann", "aus der Röhre");
        assertThatThrownBy(() -> Printed.by(command, "")).hasMessageContaining("first line");
    }

    @Test
    void aRefusalIsOneLineWithItsCause() throws Exception {
        UserAddCommand command = add("ann");
        command.password = "x";
        command.roles = List.of("Admin");
        Printed.by(command);
        assertThatThrownBy(() -> Printed.by(command)).hasMessage("Another one has this username already (23505)");
    }

    private UserAddCommand add(String username) {
        UserAddCommand command = new UserAddCommand();
        command.accounts = accounts;
        command.username = username;
        return command;
    }

    /** A session whose terminal types these lines; without lines it has no terminal. */
    private static Session session(String... lines) {
        Deque<String> typed = new ArrayDeque<>(List.of(lines));
        return (Session) Proxy.newProxyInstance(
                Session.class.getClassLoader(),
                new Class<?>[] {Session.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getTerminal" -> lines.length == 0 ? null : terminal();
                    case "readLine" -> typed.removeFirst();
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }

    private static Object terminal() {
        return Proxy.newProxyInstance(
                Terminal.class.getClassLoader(), new Class<?>[] {Terminal.class}, (proxy, method, arguments) -> null);
    }
}
