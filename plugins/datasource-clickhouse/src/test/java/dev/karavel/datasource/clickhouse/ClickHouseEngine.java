package dev.karavel.datasource.clickhouse;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;

/**
 * ClickHouse's own engine, which comes as a library for Node (chdb, half a gigabyte), behind a small HTTP server of ours. It is
 * there in the profile "clickhouse" only.
 */
final class ClickHouseEngine implements AutoCloseable {
    private static final String USER = "default";
    private static final String PASSWORD = "secret";

    private final Process process;
    private final int port;

    private ClickHouseEngine(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** @param data an empty folder */
    static ClickHouseEngine start(Path data) {
        String library = System.getProperty("karavel.chdb", "");
        Assumptions.assumeTrue(
                !library.isEmpty() && Files.isDirectory(Path.of(library, "node_modules", "chdb")),
                "ClickHouse's engine is not here: mvn -Pclickhouse brings it");
        try {
            Path script = Files.createTempFile("clickhouse", ".cjs");
            Files.write(
                    script,
                    ClickHouseEngine.class.getResourceAsStream("/server.cjs").readAllBytes());
            Process process = new ProcessBuilder("node", script.toString(), library, data.toString())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
            BufferedReader said =
                    new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
            String first = said.readLine();
            Files.delete(script);
            if (first == null || !first.startsWith("PORT ")) {
                throw new IOException("The engine did not start: " + first);
            }
            return new ClickHouseEngine(process, Integer.parseInt(first.substring("PORT ".length())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Map<String, String> settings() {
        return Map.of(
                "host",
                "127.0.0.1",
                "port",
                "" + port,
                "database",
                "default",
                "user",
                USER,
                "password",
                PASSWORD,
                // the engine answers as it is asked, but packs nothing
                "parameters",
                "compress=false");
    }

    void execute(Iterable<String> statements) throws IOException, InterruptedException {
        HttpClient client = HttpClient.newHttpClient();
        for (String sql : statements) {
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/?database=default"))
                    .header("X-ClickHouse-User", USER)
                    .header("X-ClickHouse-Key", PASSWORD)
                    .POST(BodyPublishers.ofString(sql))
                    .build();
            HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new IOException(response.body());
            }
        }
    }

    @Override
    public void close() {
        process.destroy();
    }
}
