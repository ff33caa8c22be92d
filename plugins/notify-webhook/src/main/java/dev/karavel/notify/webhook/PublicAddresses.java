package dev.karavel.notify.webhook;

import dev.karavel.spi.notify.NotificationException;
import dev.karavel.spi.notify.NotificationException.Reason;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;

/**
 * Turns a host's name into addresses that are nobody's own network. The connection is made to what was checked here, never by the name
 * again, which could mean something else by then.
 */
final class PublicAddresses {
    /** Ranges that lead to no public place, beside those Java knows by name: IPv4 first byte(s) and how many bits count. */
    private static final List<Range> CLOSED = List.of(
            new Range(new int[] {0}, 8),
            new Range(new int[] {100, 64}, 10),
            new Range(new int[] {192, 0, 0}, 24),
            new Range(new int[] {192, 0, 2}, 24),
            new Range(new int[] {192, 88, 99}, 24),
            new Range(new int[] {198, 18}, 15),
            new Range(new int[] {198, 51, 100}, 24),
            new Range(new int[] {203, 0, 113}, 24),
            new Range(new int[] {240}, 4));

    private final boolean privateAllowed;

    PublicAddresses(boolean privateAllowed) {
        this.privateAllowed = privateAllowed;
    }

    private record Range(int[] start, int bits) {
        boolean holds(byte[] address) {
            for (int bit = 0; bit < bits; bit++) {
                int wanted = bit / 8 < start.length ? start[bit / 8] : 0;
                int mask = 0x80 >> bit % 8;
                if ((wanted & mask) != (address[bit / 8] & mask)) {
                    return false;
                }
            }
            return true;
        }
    }

    List<InetAddress> of(String host) throws NotificationException {
        InetAddress[] found;
        try {
            found = InetAddress.getAllByName(host);
        } catch (UnknownHostException e) {
            throw new NotificationException(Reason.UNREACHABLE, "target", "The address's host is not known", e);
        }
        for (InetAddress address : found) {
            if (!privateAllowed && !isPublic(address.getAddress())) {
                throw NotificationException.refused(
                        "target", "The address leads into a private network, and those are closed to webhooks");
            }
        }
        return Arrays.asList(found);
    }

    static boolean isPublic(byte[] bytes) {
        try {
            InetAddress address = InetAddress.getByAddress(bytes);
            if (address.isLoopbackAddress()
                    || address.isAnyLocalAddress()
                    || address.isLinkLocalAddress()
                    || address.isSiteLocalAddress()
                    || address.isMulticastAddress()) {
                return false;
            }
            byte[] plain = address.getAddress();
            return plain.length == 4 ? CLOSED.stream().noneMatch(range -> range.holds(plain)) : isPublicV6(plain);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("Neither four nor sixteen bytes", e);
        }
    }

    /** Global unicast, and where an IPv4 address is hidden in it a public one. */
    private static boolean isPublicV6(byte[] address) {
        if (starts(address, 0x00, 0x64, 0xff, 0x9b)) {
            return isPublic(Arrays.copyOfRange(address, 12, 16));
        }
        if (starts(address, 0x20, 0x02)) {
            return isPublic(Arrays.copyOfRange(address, 2, 6));
        }
        boolean global = (address[0] & 0xe0) == 0x20;
        return global && !starts(address, 0x20, 0x01, 0x00, 0x00) && !starts(address, 0x20, 0x01, 0x0d, 0xb8);
    }

    private static boolean starts(byte[] address, int... bytes) {
        for (int i = 0; i < bytes.length; i++) {
            if ((address[i] & 0xff) != bytes[i]) {
                return false;
            }
        }
        return true;
    }
}
