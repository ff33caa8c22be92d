package dev.karavel.notify.email;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A key and certificate for a mail server called localhost, which GreenMail uses from then on.
 *
 * @param certificate path of the PEM file
 * @param store of the key, PKCS#12
 */
record MailKeys(String certificate, Path store) {
    static final String PASSWORD = "changeit";

    static MailKeys make() {
        try {
            Path folder = Files.createTempDirectory("karavel-mail-keys-");
            Path keys = folder.resolve("mail.p12");
            Path certificate = folder.resolve("mail.pem");
            keytool(
                    "-genkeypair",
                    "-alias",
                    "mail",
                    "-keyalg",
                    "RSA",
                    "-keysize",
                    "2048",
                    "-dname",
                    "CN=localhost",
                    "-ext",
                    "san=dns:localhost",
                    "-validity",
                    "30",
                    "-storetype",
                    "PKCS12",
                    "-keystore",
                    keys.toString());
            keytool(
                    "-exportcert",
                    "-rfc",
                    "-alias",
                    "mail",
                    "-keystore",
                    keys.toString(),
                    "-file",
                    certificate.toString());
            System.setProperty("greenmail.tls.keystore.file", keys.toString());
            System.setProperty("greenmail.tls.keystore.password", PASSWORD);
            return new MailKeys(certificate.toString(), keys);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void keytool(String... arguments) throws IOException {
        String[] command = new String[arguments.length + 3];
        command[0] = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        System.arraycopy(arguments, 0, command, 1, arguments.length);
        command[arguments.length + 1] = "-storepass";
        command[arguments.length + 2] = PASSWORD;
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            if (process.waitFor() != 0) {
                throw new IOException("keytool ended with " + process.exitValue());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
