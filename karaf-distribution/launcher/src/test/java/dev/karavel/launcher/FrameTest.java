package dev.karavel.launcher;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import org.junit.jupiter.api.Test;

class FrameTest {
    private final ByteArrayOutputStream sent = new ByteArrayOutputStream();
    private final DataOutputStream wire = new DataOutputStream(sent);

    @Test
    void bothStreamsAndTheStatusArrive() throws IOException {
        Frame.stream(Frame.OUT, wire).write("größer".getBytes(UTF_8));
        Frame.stream(Frame.ERROR, wire).write('!');
        Frame.exit(7, wire);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream error = new ByteArrayOutputStream();

        int status = Frame.copy(received(), out, error);

        assertThat(out.toString(UTF_8)).isEqualTo("größer");
        assertThat(error.toString(UTF_8)).isEqualTo("!");
        assertThat(status).isEqualTo(7);
    }

    @Test
    void serverThatVanishesIsNoSuccess() throws IOException {
        Frame.stream(Frame.OUT, wire).write('x');
        OutputStream nowhere = OutputStream.nullOutputStream();
        assertThatThrownBy(() -> Frame.copy(received(), nowhere, nowhere)).isInstanceOf(EOFException.class);
    }

    private DataInputStream received() {
        return new DataInputStream(new ByteArrayInputStream(sent.toByteArray()));
    }
}
