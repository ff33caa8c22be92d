package dev.karavel.sql.warehouse;

import dev.karavel.api.error.KaravelException;
import dev.karavel.spi.data.Settings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Keeps people from querying the server's own database: a database on the same host (whatever it is called), port and name as
 * the metadata database is refused, and so is the folder of an embedded one, whatever links lead there; which folders there are
 * besides is the plugins' business.
 */
final class MetadataGuard {
    private static final Pattern NETWORK = Pattern.compile("jdbc:(\\w+)://(\\[[^]]+]|[^:/?]*)(?::(\\d+))?/([^?;]*).*");
    private static final String DERBY = "jdbc:derby:";
    private static final String POSTGRESQL_PORT = "5432";
    private static final String MYSQL_PORT = "3306";

    private final Set<InetAddress> hosts;
    /** Whether a connection to one database of a server reads all others as well. */
    private final boolean wholeServer;

    private final String port;
    private final String database;
    /** Of an embedded metadata database. */
    private final Optional<Path> folder;

    /**
     * @param url JDBC address; empty for the embedded database
     * @param data the server's own folder, if it is known
     */
    MetadataGuard(String url, Optional<Path> data) {
        folder = url.isBlank() ? data.map(path -> path.resolve("metadata")) : derby(url);
        Matcher form = NETWORK.matcher(url);
        boolean network = form.matches();
        hosts = network ? addresses(form.group(2)) : Set.of();
        wholeServer = network && !form.group(1).equals("postgresql");
        port = network && form.group(3) != null ? form.group(3) : wholeServer ? MYSQL_PORT : POSTGRESQL_PORT;
        database = network ? form.group(4) : "";
    }

    private static Optional<Path> derby(String url) {
        return url.startsWith(DERBY)
                ? Optional.of(Path.of(url.substring(DERBY.length()).split(";", 2)[0]))
                : Optional.empty();
    }

    void refuse(Settings settings) {
        folder.flatMap(MetadataGuard::real).ifPresent(own -> settings.values().forEach((name, value) -> {
            if (leadsInto(own, value)) {
                throw KaravelException.invalid(
                        name, "This is the folder of the server's own database; it cannot be queried");
            }
        }));
        boolean samePlace = !database.isEmpty()
                && number(settings.text("port").orElse(port)).equals(number(port))
                && (wholeServer || settings.text("database").orElse("").trim().equalsIgnoreCase(database));
        if (samePlace && settings.text("host").filter(this::isSameHost).isPresent()) {
            throw KaravelException.invalid("database", "This is the server's own database; it cannot be queried");
        }
    }

    /** Whether an absolute path ends up there, by whatever links; what is not there yet counts by the folder it would be in. */
    private static boolean leadsInto(Path own, String value) {
        try {
            Path path = Path.of(value.trim());
            if (!path.isAbsolute()) {
                // plugins look for it in folders of theirs
                return false;
            }
            for (Path part = path; part != null; part = part.getParent()) {
                Optional<Path> real = real(part);
                if (real.isPresent()) {
                    return real.get().startsWith(own);
                }
            }
            return false;
        } catch (InvalidPathException e) {
            return false;
        }
    }

    private static Optional<Path> real(Path path) {
        try {
            return Optional.of(path.toRealPath());
        } catch (IOException e) {
            // not there
            return Optional.empty();
        }
    }

    /** Without spaces and leading zeros. */
    private static String number(String port) {
        return port.trim().replaceFirst("^0+", "");
    }

    private boolean isSameHost(String host) {
        Collection<InetAddress> asked = addresses(host);
        return asked.stream().anyMatch(hosts::contains)
                || hosts.stream().anyMatch(InetAddress::isLoopbackAddress)
                        && asked.stream().anyMatch(MetadataGuard::isThisMachine);
    }

    private static boolean isThisMachine(InetAddress address) {
        try {
            return address.isLoopbackAddress()
                    || address.isAnyLocalAddress()
                    || NetworkInterface.getByInetAddress(address) != null;
        } catch (SocketException e) {
            // which interfaces there are is not known, so it may be one of them
            return true;
        }
    }

    private static Set<InetAddress> addresses(String host) {
        String name = host.toLowerCase(Locale.ROOT).replaceAll("[\\[\\]]", "");
        try {
            return new HashSet<>(Arrays.asList(InetAddress.getAllByName(name.isBlank() ? "localhost" : name)));
        } catch (UnknownHostException e) {
            // an unknown host cannot be connected to either
            return Set.of();
        }
    }
}
