package dev.karavel.web.event;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.karavel.web.json.Json;

/** One event in the form of the event stream protocol. */
final class EventLine {
    static final byte[] HEARTBEAT = ": still here\n\n".getBytes(UTF_8);

    private EventLine() {}

    /** JSON has no line breaks, so one data line is enough. */
    static byte[] of(String name, Object data) {
        return ("event: " + name + "\ndata: " + Json.text(data) + "\n\n").getBytes(UTF_8);
    }
}
