package dev.karavel.servers;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

/**
 * A mail server for tests that are not written in Java: prints one line of JSON with its port and the folder into which each message is
 * written as it was received (0.eml, 1.eml, …), and stays until its input ends. An argument is its port; none for any free one.
 */
public final class MailForOthers {
    private static final long PATIENCE = 500;

    private MailForOthers() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createTempDirectory("karavel-mail-");
        int port = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 0;
        GreenMail mail = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mail.start();
        Thread writer = new Thread(() -> write(mail, folder), "mail-writer");
        writer.setDaemon(true);
        writer.start();
        System.out.println("{\"port\":" + mail.getSmtp().getPort() + ",\"folder\":\"" + folder + "\"}");
        while (System.in.read() >= 0) {
            // whoever started it says nothing until it goes
        }
        mail.stop();
    }

    /** A new message stands behind the older ones of its mailbox, so in the midst of all. */
    private static void write(GreenMail mail, Path folder) {
        Set<MimeMessage> written = Collections.newSetFromMap(new IdentityHashMap<>());
        while (true) {
            if (mail.waitForIncomingEmail(PATIENCE, written.size() + 1)) {
                for (MimeMessage message : mail.getReceivedMessages()) {
                    if (written.add(message)) {
                        write(message, folder, written.size() - 1);
                    }
                }
            }
        }
    }

    private static void write(MimeMessage message, Path folder, int number) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            message.writeTo(bytes);
            Path part = Files.write(folder.resolve(number + ".part"), bytes.toByteArray());
            Files.move(part, folder.resolve(number + ".eml"), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException | MessagingException e) {
            throw new IllegalStateException("A message cannot be written down", e);
        }
    }
}
