package dev.karavel.servers.trino;

import dev.karavel.servers.RealPostgres;
import dev.karavel.servers.ServerProcess;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A Trino server of its own for tests, in a process with libraries of its own, which this jar holds. Catalogs "memory" and "other"
 * keep tables in memory. Without TLS everybody may come in; with it, whoever has the {@link #PASSWORD}. Starts in ten to twenty
 * seconds; goes with {@link #close} or with the JVM.
 */
public final class RealTrino implements AutoCloseable {
    public static final String USER = "ada";
    public static final String PASSWORD = "secret";

    private static final String LIBRARIES = "/trino";
    private static final String STORE_PASSWORD = "changeit";

    private final ServerProcess server;
    private final int port;
    private final int tlsPort;

    private RealTrino(ServerProcess server, int port, int tlsPort) {
        this.server = server;
        this.port = port;
        this.tlsPort = tlsPort;
    }

    public static RealTrino start() {
        try {
            ServerProcess server = new ServerProcess("trino");
            Path folder = server.folder();
            unpack(folder.resolve("lib"));
            // has to be there, though the server is told whom to let in another way
            Files.writeString(
                    Files.createDirectory(folder.resolve("etc")).resolve("password-authenticator.properties"),
                    "password-authenticator.name=one");
            String java = Path.of(System.getProperty("java.home"), "bin").toString();
            server.run(List.of(
                    java + "/keytool",
                    "-genkeypair",
                    "-alias",
                    "trino",
                    "-keyalg",
                    "RSA",
                    "-dname",
                    "CN=localhost",
                    "-ext",
                    "san=ip:127.0.0.1",
                    "-validity",
                    "2",
                    "-keystore",
                    "key.p12",
                    "-storepass",
                    STORE_PASSWORD));
            RealTrino started = new RealTrino(server, RealPostgres.freePort(), RealPostgres.freePort());
            List<String> command = List.of(
                    java + "/java",
                    "-Xmx640m",
                    // it lives too short for more
                    "-XX:TieredStopAtLevel=1",
                    "-XX:+UseSerialGC",
                    "-Duser.timezone=UTC",
                    "--add-opens=java.base/java.nio=ALL-UNNAMED",
                    "-cp",
                    folder.resolve("lib") + "/*:" + folder.resolve("lib/main"),
                    TrinoMain.class.getName(),
                    "" + started.port,
                    "" + started.tlsPort,
                    folder.toString(),
                    folder.resolve("key.p12").toString(),
                    STORE_PASSWORD,
                    PASSWORD);
            server.start(command, () -> Files.readString(server.log()).contains("KARAVEL TRINO IS READY"));
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void unpack(Path target) throws IOException {
        Files.createDirectories(target);
        try {
            URI libraries = RealTrino.class.getResource(LIBRARIES).toURI();
            if (libraries.getScheme().equals("jar")) {
                try (FileSystem jar = FileSystems.newFileSystem(libraries, Map.of())) {
                    copy(jar.getPath(LIBRARIES), target);
                }
            } else {
                copy(Path.of(libraries), target);
            }
        } catch (URISyntaxException e) {
            throw new IOException(e);
        }
        String main = TrinoMain.class.getName().replace('.', '/') + ".class";
        Path file = target.resolve("main").resolve(main);
        Files.createDirectories(file.getParent());
        try (InputStream code = RealTrino.class.getClassLoader().getResourceAsStream(main)) {
            Files.copy(code, file);
        }
    }

    private static void copy(Path libraries, Path target) throws IOException {
        try (Stream<Path> jars = Files.list(libraries)) {
            for (Path jar : jars.toList()) {
                Files.copy(jar, target.resolve(jar.getFileName().toString()));
            }
        }
    }

    public int port() {
        return port;
    }

    /** Its certificate is its own. */
    public int tlsPort() {
        return tlsPort;
    }

    @Override
    public void close() {
        server.close();
    }
}
