package dev.karavel.render.browser;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The browser's process with all below it. Ends by itself when the pipe to it closes, so none outlives the server. */
final class Program {
    private static final Logger LOG = LoggerFactory.getLogger(Program.class);
    private static final int LAST_WORDS = 8;
    private static final long WORDS_MILLIS = 500;
    /** The server's environment holds its secrets. */
    private static final Set<String> TOLD =
            Set.of("PATH", "LANG", "LC_ALL", "LD_LIBRARY_PATH", "FONTCONFIG_PATH", "TZ");

    private final Process process;
    private final Deque<String> said = new ArrayDeque<>();
    private final Thread listener = new Thread(this::listen, "karavel-browser-words");

    private Program(Process process) {
        this.process = process;
        listener.setDaemon(true);
        listener.start();
    }

    static Program start(BrowserSettings settings) throws BrowserFailure {
        if (!Files.isExecutable(Path.of("/bin/sh"))) {
            throw new BrowserFailure("Browsers can draw pictures on Linux and macOS only");
        }
        if (!Files.isExecutable(settings.program())) {
            throw new BrowserFailure(
                    "There is no program that can be run at " + settings.program() + " (KARAVEL_RENDER_BROWSER)");
        }
        try {
            empty(settings.profile());
            ProcessBuilder builder = new ProcessBuilder(CommandLine.of(settings));
            Map<String, String> environment = builder.environment();
            environment.keySet().retainAll(TOLD);
            environment.put("HOME", settings.profile().toString());
            environment.put("TMPDIR", settings.profile().toString());
            return new Program(builder.directory(settings.profile().toFile()).start());
        } catch (IOException e) {
            throw new BrowserFailure("The browser cannot be started: " + e.getMessage(), e);
        }
    }

    Process process() {
        return process;
    }

    /** What it complained of last. Of one that ended, all is waited for a moment: its end is seen before its words are read. */
    String lastWords() {
        if (!process.isAlive()) {
            try {
                listener.join(WORDS_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        synchronized (said) {
            return String.join(" | ", said);
        }
    }

    /** Of all its processes together, without what they share; 0 where the platform does not tell. */
    long residentBytes() {
        return Stream.concat(Stream.of(process.toHandle()), process.descendants())
                .mapToLong(one -> resident(one.pid()))
                .sum();
    }

    private static long resident(long pid) {
        try {
            return Files.readAllLines(Path.of("/proc", Long.toString(pid), "status")).stream()
                    .filter(line -> line.startsWith("RssAnon:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                    .sum();
        } catch (IOException e) {
            return 0; // it ended meanwhile, or there is no such place
        }
    }

    void kill() {
        List<ProcessHandle> below = process.descendants().toList();
        process.destroyForcibly();
        below.forEach(ProcessHandle::destroyForcibly);
    }

    private void listen() {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                LOG.debug("Browser: {}", line);
                synchronized (said) {
                    said.addLast(line.length() > 300 ? line.substring(0, 300) : line);
                    if (said.size() > LAST_WORDS) {
                        said.removeFirst();
                    }
                }
            }
        } catch (IOException e) {
            LOG.debug("The browser says no more", e);
        }
    }

    private static void empty(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path one : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(one);
                }
            }
        }
        Files.createDirectories(folder);
    }
}
