package dev.karavel.servers;

import java.io.IOException;

/**
 * An SSH server for tests that are not written in Java: prints one line of JSON with its port, the fingerprint of its key and the
 * private key of "keeper", and stays until its input ends.
 */
public final class SshForOthers {
    private SshForOthers() {}

    public static void main(String[] none) throws IOException {
        try (RealSsh server = new RealSsh(0, true)) {
            System.out.println("{\"port\":" + server.port() + ",\"fingerprint\":\"" + server.fingerprint()
                    + "\",\"privateKey\":\"" + server.privateKey("").replaceAll("\\R", "\\\\n") + "\"}");
            while (System.in.read() >= 0) {
                // whoever started it says nothing until it goes
            }
        }
    }
}
