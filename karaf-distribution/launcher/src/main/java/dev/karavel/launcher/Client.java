package dev.karavel.launcher;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.Arrays;

/** {@code bin/karavel client}: sends one command line to the running server, prints what it prints, ends as it ends. */
public final class Client {
    private static final int NOT_RUNNING = 3;

    private Client() {}

    /** Expects the path of the server's socket, then the words of the command; without any, standard input is the command. */
    public static void main(String[] arguments) throws IOException {
        String command = arguments.length > 1
                ? String.join(" ", Arrays.asList(arguments).subList(1, arguments.length))
                : new String(System.in.readAllBytes(), UTF_8);
        System.exit(run(Path.of(arguments[0]), command));
    }

    private static int run(Path socket, String command) throws IOException {
        try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            try {
                channel.connect(UnixDomainSocketAddress.of(socket));
            } catch (IOException e) {
                System.err.println("No Karavel server answers here: " + e.getMessage());
                return NOT_RUNNING;
            }
            new DataOutputStream(Channels.newOutputStream(channel)).writeUTF(command.strip());
            return Frame.copy(new DataInputStream(Channels.newInputStream(channel)), System.out, System.err);
        }
    }
}
