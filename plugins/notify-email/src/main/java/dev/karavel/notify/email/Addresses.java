package dev.karavel.notify.email;

import dev.karavel.spi.notify.NotificationException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Addresses as people type them: separated by commas, semicolons or lines. */
final class Addresses {
    private static final int MOST = 200;

    private Addresses() {}

    static InternetAddress[] read(String setting, Map<String, String> recipient) throws NotificationException {
        List<InternetAddress> addresses = new ArrayList<>();
        for (String part : recipient.getOrDefault(setting, "").split("[;\\r\\n]+")) {
            if (!part.isBlank()) {
                addresses.addAll(List.of(parsed(setting, part.strip())));
            }
        }
        if (addresses.size() > MOST) {
            throw NotificationException.refused(setting, "At most " + MOST + " addresses");
        }
        return addresses.toArray(InternetAddress[]::new);
    }

    private static InternetAddress[] parsed(String setting, String part) throws NotificationException {
        try {
            InternetAddress[] addresses = InternetAddress.parse(part.replaceAll(",\\s*$", ""), true);
            for (InternetAddress address : addresses) {
                address.validate();
                if (!address.getAddress().contains("@")) {
                    throw new AddressException("No place behind an @");
                }
            }
            return addresses;
        } catch (AddressException e) {
            throw new NotificationException(
                    NotificationException.Reason.REFUSED, setting, "“" + part + "” is no list of mail addresses", e);
        }
    }
}
