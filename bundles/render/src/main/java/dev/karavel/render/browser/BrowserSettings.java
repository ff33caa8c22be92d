package dev.karavel.render.browser;

import java.nio.file.Path;
import java.time.Duration;

/**
 * Which browser, and what it may take.
 *
 * @param program path of a Chromium
 * @param sandbox whether the browser locks its own processes in, which root and some containers cannot
 * @param server where our server listens on this machine: {@code host:port}
 * @param profile folder of the browser's own files, emptied at each start
 * @param pages photographed at once
 * @param waiting that may wait beside those
 * @param longest one page may take
 * @param idle after which the browser is ended
 * @param megabytes all of its processes may take together
 */
public record BrowserSettings(
        Path program,
        boolean sandbox,
        String server,
        Path profile,
        int pages,
        int waiting,
        Duration longest,
        Duration idle,
        int megabytes) {}
