package dev.karavel.launcher;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.karaf.shell.api.console.SessionFactory;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The Karaf shell for {@link Client}, behind a socket in the file system that only the server's own user may open.
 * Closed unless the framework property {@value #SOCKET} names the socket.
 */
@Component(service = ShellDoor.class, immediate = true)
public final class ShellDoor {
    static final String SOCKET = "karavel.socket";

    private static final Logger LOG = LoggerFactory.getLogger(ShellDoor.class);
    private static final int MOST_COMMANDS_AT_ONCE = 4;

    private final ShellCommands commands;
    private final ExecutorService threads = Executors.newFixedThreadPool(MOST_COMMANDS_AT_ONCE + 1, ShellDoor::thread);
    private final Path socket;
    private final ServerSocketChannel door;

    @Activate
    public ShellDoor(BundleContext context, @Reference(name = "sessions") SessionFactory sessions) throws IOException {
        String path = context.getProperty(SOCKET);
        commands = new ShellCommands(sessions);
        socket = path == null ? null : Path.of(path);
        door = socket == null ? null : open(socket);
        if (door != null) {
            threads.execute(this::welcome);
        }
    }

    @Deactivate
    void close() throws IOException {
        if (door != null) {
            door.close();
            Files.deleteIfExists(socket);
        }
        // a command under way may be the one that stops this bundle; it ends by itself
        threads.shutdown();
    }

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "karavel-shell-door");
        thread.setDaemon(true);
        return thread;
    }

    private static ServerSocketChannel open(Path socket) throws IOException {
        Files.deleteIfExists(socket);
        ServerSocketChannel door = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        door.bind(UnixDomainSocketAddress.of(socket));
        Files.setPosixFilePermissions(socket, PosixFilePermissions.fromString("rw-------"));
        return door;
    }

    private void welcome() {
        try {
            while (true) {
                SocketChannel caller = door.accept();
                threads.execute(() -> serve(caller));
            }
        } catch (ClosedChannelException e) {
            LOG.debug("The shell's door is closed", e);
        } catch (IOException e) {
            LOG.error("bin/karavel client finds no one any more", e);
        }
    }

    private void serve(SocketChannel caller) {
        try (caller) {
            String command = new DataInputStream(Channels.newInputStream(caller)).readUTF();
            DataOutputStream wire = new DataOutputStream(Channels.newOutputStream(caller));
            int status = commands.run(command, Frame.stream(Frame.OUT, wire), Frame.stream(Frame.ERROR, wire));
            Frame.exit(status, wire);
        } catch (IOException e) {
            LOG.debug("The caller of a shell command left", e);
        }
    }
}
