package dev.karavel.launcher;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.security.PrivilegedAction;
import java.util.List;
import javax.security.auth.Subject;
import org.apache.karaf.jaas.boot.principal.RolePrincipal;
import org.apache.karaf.jaas.boot.principal.UserPrincipal;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.api.console.SessionFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs command lines in the Karaf shell with the rights of its administrator. */
final class ShellCommands {
    private static final Logger LOG = LoggerFactory.getLogger(ShellCommands.class);
    private static final List<String> ROLES = List.of("admin", "manager", "viewer", "systembundles");

    private final SessionFactory sessions;

    ShellCommands(SessionFactory sessions) {
        this.sessions = sessions;
    }

    /** Returns the exit status: 0, or 1 with the reason on the error stream. */
    int run(String command, OutputStream out, OutputStream error) {
        Subject operator = new Subject();
        operator.getPrincipals().add(new UserPrincipal("karavel"));
        ROLES.forEach(role -> operator.getPrincipals().add(new RolePrincipal(role)));
        PrintStream outPrinter = new PrintStream(out, true, UTF_8);
        PrintStream errorPrinter = new PrintStream(error, true, UTF_8);
        Session session = sessions.create(InputStream.nullInputStream(), outPrinter, errorPrinter);
        try {
            return Subject.doAs(operator, (PrivilegedAction<Integer>) () -> execute(session, command, errorPrinter));
        } finally {
            session.close();
            outPrinter.flush();
            errorPrinter.flush();
        }
    }

    private static int execute(Session session, String command, PrintStream error) {
        try {
            session.execute(command);
            return 0;
        } catch (Exception e) { // the edge: whatever a command throws is its answer
            LOG.debug("Command {} failed", command, e);
            error.println(e.getMessage() == null ? e.toString() : e.getMessage());
            return 1;
        }
    }
}
