package dev.karavel.spi.data;

import dev.karavel.spi.data.WarehouseException.Reason;
import java.util.regex.Pattern;

/**
 * Where a server listens, from the settings {@code host} and {@code port}. The host is a name or an address and nothing else: no
 * letter of it can lead out of its place in a URL.
 *
 * @param host trimmed, an address of IPv6 without brackets
 * @param port 1 to 65535
 */
public record NetworkPlace(String host, int port) {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,252}");
    private static final Pattern ADDRESS_6 = Pattern.compile("[0-9a-fA-F:.]{2,45}");
    private static final int HIGHEST_PORT = 65_535;

    /**
     * A name, or an address of either version.
     *
     * @throws WarehouseException SETTINGS with the field that is missing or wrong
     */
    public static NetworkPlace of(Settings settings, int usualPort) {
        int port = port(settings, usualPort);
        String host = settings.required("host").trim();
        if (!isName(host) && !ADDRESS_6.matcher(host).matches()) {
            throw noHost();
        }
        return new NetworkPlace(host, port);
    }

    /** A name or an address of IPv4, for drivers that know no other; see {@link #of}. */
    public static NetworkPlace named(Settings settings, int usualPort) {
        NetworkPlace place = of(settings, usualPort);
        if (!isName(place.host)) {
            throw noHost();
        }
        return place;
    }

    /** The setting {@code port} alone; see {@link #of}. */
    public static int port(Settings settings, int usual) {
        int port = settings.number("port", usual);
        if (port < 1 || port > HIGHEST_PORT) {
            throw new WarehouseException(Reason.SETTINGS, "port", "A port is between 1 and " + HIGHEST_PORT);
        }
        return port;
    }

    /** {@code host:port}, an address of IPv6 in brackets. */
    public String inUrl() {
        return (isName(host) ? host : "[" + host + "]") + ":" + port;
    }

    private static boolean isName(String host) {
        return NAME.matcher(host).matches();
    }

    private static WarehouseException noHost() {
        return new WarehouseException(Reason.SETTINGS, "host", "This is no host name");
    }
}
