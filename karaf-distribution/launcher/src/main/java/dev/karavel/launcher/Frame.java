package dev.karavel.launcher;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** What travels from the server to {@link Client}: pieces of the two output streams, then the exit status. */
final class Frame {
    static final int EXIT = 0;
    static final int OUT = 1;
    static final int ERROR = 2;

    private Frame() {}

    /** A stream whose bytes arrive at the client as one of its output streams. */
    static OutputStream stream(int kind, DataOutputStream wire) {
        return new OutputStream() {
            @Override
            public void write(int one) throws IOException {
                write(new byte[] {(byte) one}, 0, 1);
            }

            @Override
            public void write(byte[] bytes, int from, int length) throws IOException {
                synchronized (wire) {
                    wire.writeByte(kind);
                    wire.writeInt(length);
                    wire.write(bytes, from, length);
                    wire.flush();
                }
            }
        };
    }

    static void exit(int status, DataOutputStream wire) throws IOException {
        synchronized (wire) {
            wire.writeByte(EXIT);
            wire.writeInt(status);
            wire.flush();
        }
    }

    /** Copies what comes to the two streams until the exit status, which it returns. */
    static int copy(DataInputStream wire, OutputStream out, OutputStream error) throws IOException {
        while (true) {
            int kind = wire.readUnsignedByte();
            int number = wire.readInt();
            if (kind == EXIT) {
                return number;
            }
            OutputStream stream = kind == OUT ? out : error;
            stream.write(wire.readNBytes(number));
            stream.flush();
        }
    }
}
