package dev.karavel.sql.warehouse;

import dev.karavel.api.error.KaravelException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Where connections may lead. By default not to link-local addresses and the metadata services of clouds, which give away
 * secrets to whoever asks from this machine.
 */
final class AddressRules {
    static final String DEFAULT = "default";

    private static final String METADATA_SERVICES =
            "169.254.0.0/16,fe80::/10,fd00:ec2::254,100.100.100.200,192.0.0.192,"
                    + "metadata.google.internal,metadata.azure.internal";

    private final List<String> names;
    private final List<Range> ranges;
    private final boolean loopback;

    private record Range(byte[] address, int bits) {
        boolean holds(byte[] other) {
            if (other.length != address.length) {
                return false;
            }
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> bit % 8;
                if ((address[bit / 8] & mask) != (other[bit / 8] & mask)) {
                    return false;
                }
            }
            return true;
        }
    }

    /** @param blocked addresses, ranges ({@code 10.0.0.0/8}), host names and the word default, separated by commas */
    AddressRules(String blocked, boolean loopback) {
        List<String> entries = Arrays.stream(
                        blocked.replaceAll("\\bdefault\\b", METADATA_SERVICES).split("[,\\s]+"))
                .map(entry -> entry.toLowerCase(Locale.ROOT))
                .filter(entry -> !entry.isEmpty())
                .toList();
        names = entries.stream().filter(entry -> !isAddress(entry)).toList();
        ranges = entries.stream()
                .filter(AddressRules::isAddress)
                .map(AddressRules::range)
                .toList();
        this.loopback = loopback;
    }

    /** Looks the host up; a host nobody knows is left to whoever connects to it. */
    void refuse(String field, String host) {
        for (String each : host.split(",")) {
            String name = each.trim().toLowerCase(Locale.ROOT).replaceAll("^\\[|]$|\\.$", "");
            if (!name.isEmpty() && isBlocked(name)) {
                throw KaravelException.invalid(
                        field,
                        "This server may not connect to that address; an administrator can allow it (blocked.hosts)");
            }
        }
    }

    private boolean isBlocked(String name) {
        if (names.contains(name)) {
            return true;
        }
        try {
            return Arrays.stream(InetAddress.getAllByName(name)).anyMatch(this::isBlocked);
        } catch (UnknownHostException e) {
            return false;
        }
    }

    private boolean isBlocked(InetAddress address) {
        return !loopback && (address.isLoopbackAddress() || address.isAnyLocalAddress())
                || ranges.stream().anyMatch(range -> range.holds(address.getAddress()));
    }

    private static boolean isAddress(String entry) {
        return entry.indexOf(':') >= 0 || entry.matches("\\d+(\\.\\d+){3}(/\\d+)?");
    }

    private static Range range(String entry) {
        String[] parts = entry.split("/");
        try {
            byte[] address = InetAddress.getByName(parts[0]).getAddress();
            int bits = parts.length > 1 ? Integer.parseInt(parts[1]) : address.length * 8;
            return new Range(address, Math.min(bits, address.length * 8));
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("blocked.hosts: " + entry + " is no address", e);
        }
    }
}
