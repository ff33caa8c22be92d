package dev.karavel.notify.webhook;

import dev.karavel.spi.notify.NotificationException;
import dev.karavel.spi.notify.NotificationException.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * One HTTP request. By hand, as Java's clients take a name and look it up themselves: this one connects to the address that was
 * checked, and still asks the certificate for the name.
 */
final class Post {
    private static final int LONGEST_ANSWER = 8_192;
    private static final int REDIRECT = 300;
    private static final int REFUSED = 400;

    private final PublicAddresses addresses;
    private final SSLSocketFactory tls;

    Post(PublicAddresses addresses, SSLSocketFactory tls) {
        this.addresses = addresses;
        this.tls = tls;
    }

    void send(URI target, Map<String, String> headers, byte[] body, Duration time) throws NotificationException {
        List<InetAddress> candidates = addresses.of(target.getHost());
        int status;
        try {
            status = answer(target, candidates, headers, body, (int) Math.max(1_000, time.toMillis()));
        } catch (SSLException e) {
            throw new NotificationException(
                    Reason.REFUSED, "target", "The address's certificate is not trusted, or it speaks no TLS", e);
        } catch (IOException e) {
            throw new NotificationException(Reason.UNREACHABLE, "target", "The address does not answer", e);
        }
        judge(status);
    }

    private static void judge(int status) throws NotificationException {
        if (status == 408 || status == 429) {
            throw new NotificationException(Reason.BUSY, "target", "The address answers " + status + ": later", null);
        }
        if (status >= 500) {
            throw new NotificationException(Reason.UNREACHABLE, "target", "The address answers " + status, null);
        }
        if (status >= REFUSED) {
            throw NotificationException.refused("target", "The address answers " + status);
        }
        if (status >= REDIRECT) {
            throw NotificationException.refused(
                    "target", "The address answers " + status + ", which leads elsewhere: that is not followed");
        }
    }

    private int answer(URI target, List<InetAddress> candidates, Map<String, String> headers, byte[] body, int most)
            throws IOException {
        IOException failure = new IOException("No address");
        for (InetAddress candidate : candidates) {
            Socket socket = new Socket();
            try {
                socket.connect(new InetSocketAddress(candidate, port(target)), most);
            } catch (IOException e) {
                socket.close();
                failure = e;
                continue;
            }
            // from here on no second try: the first may have been taken
            socket.setSoTimeout(most);
            try (Socket speaking = secured(socket, target)) {
                write(speaking.getOutputStream(), target, headers, body);
                return status(speaking.getInputStream());
            }
        }
        throw failure;
    }

    private Socket secured(Socket socket, URI target) throws IOException {
        if (!isSecure(target)) {
            return socket;
        }
        SSLSocket secured = (SSLSocket) tls.createSocket(socket, target.getHost(), port(target), true);
        SSLParameters parameters = secured.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        secured.setSSLParameters(parameters);
        secured.startHandshake();
        return secured;
    }

    private static void write(OutputStream out, URI target, Map<String, String> headers, byte[] body)
            throws IOException {
        String path = target.getRawPath() == null || target.getRawPath().isEmpty() ? "/" : target.getRawPath();
        StringBuilder head = new StringBuilder("POST ")
                .append(path)
                .append(target.getRawQuery() == null ? "" : "?" + target.getRawQuery())
                .append(" HTTP/1.1\r\nHost: ")
                .append(target.getHost())
                .append(target.getPort() < 0 ? "" : ":" + target.getPort())
                .append("\r\nUser-Agent: Karavel\r\nAccept: */*\r\nConnection: close\r\nContent-Length: ")
                .append(body.length);
        headers.forEach((name, value) ->
                head.append("\r\n").append(name).append(": ").append(value.replaceAll("[\\r\\n]", " ")));
        out.write(head.append("\r\n\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
        out.write(body);
        out.flush();
    }

    /** Of the first line of the answer; interim ones are passed over. */
    private static int status(InputStream in) throws IOException {
        StringBuilder read = new StringBuilder();
        for (int letter = in.read(); letter >= 0 && read.length() < LONGEST_ANSWER; letter = in.read()) {
            read.append((char) letter);
            if (read.toString().endsWith("\r\n\r\n")) {
                int status = first(read.toString());
                if (status >= 200) {
                    return status;
                }
                read.setLength(0);
            }
        }
        return first(read.toString());
    }

    private static int first(String answer) throws IOException {
        String[] words = answer.split("\\s", 3);
        if (words.length < 2 || !words[0].startsWith("HTTP/1.") || !words[1].matches("\\d{3}")) {
            throw new IOException("No answer in HTTP");
        }
        return Integer.parseInt(words[1]);
    }

    static boolean isSecure(URI target) {
        return "https".equalsIgnoreCase(target.getScheme());
    }

    private static int port(URI target) {
        return target.getPort() > 0 ? target.getPort() : isSecure(target) ? 443 : 80;
    }
}
