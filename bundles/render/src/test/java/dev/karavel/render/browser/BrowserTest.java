package dev.karavel.render.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of browsers that fail; a real one draws in the e2e tests. */
@DisabledOnOs(OS.WINDOWS)
class BrowserTest {
    private static final Sitting SITTING = new Sitting("{}", "proof", 400, 300, 1, false);

    @TempDir
    Path folder;

    private Path program(String script) throws IOException {
        Path program = Files.writeString(folder.resolve("browser"), "#!/bin/sh\n" + script + "\n");
        assertThat(program.toFile().setExecutable(true)).isTrue();
        return program;
    }

    private BrowserSettings settings(Path program, Duration longest) {
        Path profile = folder.resolve("profile");
        return new BrowserSettings(program, true, "127.0.0.1:8088", profile, 1, 1, longest, Duration.ofMinutes(1), 500);
    }

    @Test
    void aProgramThatIsNotThereIsNamedWithItsSetting() {
        try (Browser browser = new Browser(settings(folder.resolve("none"), Duration.ofSeconds(20)))) {
            assertThatThrownBy(() -> browser.photograph(SITTING))
                    .isInstanceOf(BrowserFailure.class)
                    .hasMessageContaining("none")
                    .hasMessageContaining("KARAVEL_RENDER_BROWSER");
        }
    }

    @Test
    void aBrowserThatEndsAtOnceIsStartedOnceMoreAndItsLastWordsAreTold() throws IOException {
        Path starts = folder.resolve("starts");
        Path program = program("echo start >> " + starts + "; echo 'libnss3.so is missing' >&2; exit 127");
        try (Browser browser = new Browser(settings(program, Duration.ofSeconds(20)))) {
            assertThatThrownBy(() -> browser.photograph(SITTING))
                    .isInstanceOf(BrowserFailure.class)
                    .hasMessageContaining("libnss3.so is missing");
            assertThat(Files.readAllLines(starts)).hasSize(2);
        }
    }

    @Test
    void aBrowserThatNeverAnswersIsGivenUpAndEndsWithTheServer() throws IOException {
        Path pid = folder.resolve("pid");
        Path program = program("echo $$ > " + pid + "; exec cat <&3 >/dev/null");
        try (Browser browser = new Browser(settings(program, Duration.ofSeconds(2)))) {
            assertThatThrownBy(() -> browser.photograph(SITTING))
                    .isInstanceOf(BrowserFailure.class)
                    .hasMessageContaining("does not answer");
        }
        ProcessHandle.of(Long.parseLong(Files.readString(pid).strip()))
                .ifPresent(left -> assertThat(left.onExit()).succeedsWithin(Duration.ofSeconds(10)));
    }

    @Test
    void theEnvironmentOfTheServerStaysWithTheServer() throws IOException {
        Path told = folder.resolve("told");
        Path program = program("env > " + told + "; exit 1");
        try (Browser browser = new Browser(settings(program, Duration.ofSeconds(20)))) {
            assertThatThrownBy(() -> browser.photograph(SITTING)).isInstanceOf(BrowserFailure.class);
        }
        assertThat(Files.readAllLines(told))
                .anyMatch(line -> line.equals("HOME=" + folder.resolve("profile")))
                .allMatch(line -> line.matches(
                        "(PATH|LANG|LC_ALL|LD_LIBRARY_PATH|FONTCONFIG_PATH|TZ|HOME|TMPDIR|PWD|OLDPWD|SHLVL|_)=.*"));
    }

    @Test
    void theBrowserIsToldOfNoAddressButOurs() {
        List<String> line = CommandLine.of(settings(Path.of("/usr/bin/chromium"), Duration.ofSeconds(1)));
        assertThat(line)
                .contains("--remote-debugging-pipe", "--no-proxy-server")
                .contains("--host-resolver-rules=MAP karavel.localhost:80 127.0.0.1:8088, MAP * ~NOTFOUND")
                .doesNotContain("--no-sandbox")
                .noneMatch(argument -> argument.startsWith("--remote-debugging-port"));
    }
}
