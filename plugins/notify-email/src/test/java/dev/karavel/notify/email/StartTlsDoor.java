package dev.karavel.notify.email;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** Speaks SMTP up to STARTTLS, which GreenMail cannot, and then hands the private talk on to a mail server. */
final class StartTlsDoor implements AutoCloseable {
    private final ServerSocket listener;
    private final SSLContext tls;
    private final int behind;
    private final AtomicInteger privately = new AtomicInteger();

    StartTlsDoor(Path keys, String password, int behind) {
        this.behind = behind;
        try (InputStream in = Files.newInputStream(keys)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, password.toCharArray());
            KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            managers.init(store, password.toCharArray());
            tls = SSLContext.getInstance("TLS");
            tls.init(managers.getKeyManagers(), null, null);
            listener = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
        daemon(this::listen);
    }

    int port() {
        return listener.getLocalPort();
    }

    /** How many visitors came as far as the private talk. */
    int privately() {
        return privately.get();
    }

    private void listen() {
        while (!listener.isClosed()) {
            try {
                Socket visitor = listener.accept();
                daemon(() -> serve(visitor));
            } catch (IOException e) {
                return; // closed
            }
        }
    }

    private void serve(Socket visitor) {
        try (visitor) {
            say(visitor, "220 door ready");
            BufferedReader lines =
                    new BufferedReader(new InputStreamReader(visitor.getInputStream(), StandardCharsets.US_ASCII));
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("EHLO")) {
                    say(visitor, "250-door\r\n250 STARTTLS");
                } else if (line.equals("STARTTLS")) {
                    say(visitor, "220 go ahead");
                    handOn(visitor);
                    return;
                } else {
                    say(visitor, "530 first STARTTLS");
                }
            }
        } catch (IOException e) {
            // A visitor who does not trust the key leaves
        }
    }

    private void handOn(Socket visitor) throws IOException {
        SSLSocket inside = (SSLSocket) tls.getSocketFactory().createSocket(visitor, null, false);
        inside.setUseClientMode(false);
        inside.startHandshake();
        privately.incrementAndGet();
        try (inside;
                Socket server = new Socket(InetAddress.getLoopbackAddress(), behind)) {
            // The greeting was said already
            for (int c = server.getInputStream().read();
                    c != '\n' && c >= 0;
                    c = server.getInputStream().read()) {}
            daemon(() -> copy(server, inside));
            inside.getInputStream().transferTo(server.getOutputStream());
        }
    }

    private static void copy(Socket from, Socket to) {
        try (OutputStream out = to.getOutputStream()) {
            from.getInputStream().transferTo(out);
        } catch (IOException e) {
            // One of the two has left
        }
    }

    private static void say(Socket to, String line) throws IOException {
        to.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        to.getOutputStream().flush();
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "door");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }
}
