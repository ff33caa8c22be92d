package dev.karavel.datasource.ignite;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.ignite.IgniteJdbcThinDriver;

/** Starts an {@link IgniteNode} and waits until it answers. */
final class RealIgnite implements AutoCloseable {
    static final String READY = "The node is ready";

    private static final List<String> OPENED = Stream.of(
                    "java.base/java.io",
                    "java.base/java.lang",
                    "java.base/java.lang.invoke",
                    "java.base/java.lang.reflect",
                    "java.base/java.math",
                    "java.base/java.net",
                    "java.base/java.nio",
                    "java.base/java.time",
                    "java.base/java.util",
                    "java.base/java.util.concurrent",
                    "java.base/java.util.concurrent.atomic",
                    "java.base/java.util.concurrent.locks",
                    "java.base/jdk.internal.access",
                    "java.base/jdk.internal.misc",
                    "java.base/sun.nio.ch",
                    "java.base/sun.reflect.generics.reflectiveObjects",
                    "java.base/sun.util.calendar",
                    "java.management/com.sun.jmx.mbeanserver",
                    "java.management/sun.management",
                    "java.sql/java.sql",
                    "jdk.internal.jvmstat/sun.jvmstat.monitor",
                    "jdk.management/com.sun.management.internal")
            .map(each -> "--add-opens=" + each + "=ALL-UNNAMED")
            .toList();

    private final Process process;
    private final int port;

    private RealIgnite(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    static RealIgnite start(Path folder) throws IOException {
        int port = freePort();
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(OPENED);
        command.addAll(List.of(
                "-Xmx512m",
                "-Duser.timezone=UTC",
                "-Djava.net.preferIPv4Stack=true",
                "-DIGNITE_QUIET=true",
                "-DIGNITE_NO_ASCII=true",
                "-DIGNITE_UPDATE_NOTIFIER=false",
                "-cp",
                Path.of(System.getProperty("ignite.node"), "*")
                        + System.getProperty("path.separator")
                        + Path.of("target", "test-classes").toAbsolutePath(),
                IgniteNode.class.getName(),
                "" + port,
                "" + freePort(),
                folder.toString()));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        RealIgnite ignite = new RealIgnite(process, port);
        ignite.awaitReady();
        return ignite;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** Its words are read on, or it would wait for a reader one day. */
    private void awaitReady() throws IOException {
        Deque<String> said = new ArrayDeque<>();
        BufferedReader output = process.inputReader();
        for (String line = output.readLine(); !READY.equals(line); line = output.readLine()) {
            if (line == null) {
                throw new IOException("The node did not start: " + String.join("\n", said));
            }
            said.add(line);
        }
        Thread reading = new Thread(() -> drain(output), "ignite-output");
        reading.setDaemon(true);
        reading.start();
    }

    private static void drain(BufferedReader output) {
        try {
            while (output.readLine() != null) {
                Thread.onSpinWait();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Map<String, String> settings() {
        return Map.of("host", "127.0.0.1", "port", "" + port, "user", "ignite", "password", "ignite");
    }

    void execute(List<String> statements) throws SQLException {
        Properties user = new Properties();
        user.setProperty("user", "ignite");
        user.setProperty("password", "ignite");
        try (Connection connection = new IgniteJdbcThinDriver().connect("jdbc:ignite:thin://127.0.0.1:" + port, user);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
