package dev.karavel.spi.data;

import dev.karavel.spi.data.WarehouseException.Reason;
import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The certificate a server is known by, or that of its authority, as people paste it into a connection form. */
public final class ServerCertificate {
    /** Name of the setting, as Superset has it. */
    public static final String NAME = "server_cert";

    private static final int LINE = 64;
    private static final Pattern PEM =
            Pattern.compile("-----BEGIN CERTIFICATE-----([A-Za-z0-9+/=\\s]+)-----END CERTIFICATE-----");

    private ServerCertificate() {}

    /** For the forms of those that read it. */
    public static Setting setting() {
        return new Setting(
                NAME,
                "Server certificate",
                Setting.Kind.TEXT,
                false,
                "",
                "PEM text of the server's certificate, or of the authority that signed it; with it the connection is encrypted, and"
                        + " the server has to be the one it names");
    }

    /**
     * The first certificate among the settings, in lines of PEM, whatever a form made of its line ends.
     *
     * @throws WarehouseException with reason SETTINGS if there is something else
     */
    public static Optional<String> of(Settings settings) {
        return settings.text(NAME).map(ServerCertificate::pem);
    }

    private static String pem(String given) {
        Matcher pem = PEM.matcher(given);
        if (!pem.find()) {
            throw wrong(null);
        }
        try {
            byte[] bytes = Base64.getDecoder().decode(pem.group(1).replaceAll("\\s", ""));
            CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(bytes));
            String lines = Base64.getMimeEncoder(LINE, new byte[] {'\n'}).encodeToString(bytes);
            return "-----BEGIN CERTIFICATE-----\n" + lines + "\n-----END CERTIFICATE-----\n";
        } catch (CertificateException | IllegalArgumentException e) {
            throw wrong(e);
        }
    }

    private static WarehouseException wrong(Exception cause) {
        return new WarehouseException(
                Reason.SETTINGS, NAME, "A certificate is the text of a PEM file: -----BEGIN CERTIFICATE----- …", cause);
    }
}
