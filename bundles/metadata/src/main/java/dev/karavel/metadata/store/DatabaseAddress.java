package dev.karavel.metadata.store;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a JDBC URL says to us, and what of it may be shown: neither user nor password. */
record DatabaseAddress(String url) {
    private static final Pattern KIND = Pattern.compile("jdbc:(\\w+):(.*)");
    private static final Map<String, String> DRIVERS = Map.of(
            "derby", "org.apache.derby.jdbc.EmbeddedDriver",
            "postgresql", "org.postgresql.Driver");

    DatabaseAddress {
        if (!DRIVERS.containsKey(kind(url))) {
            throw new IllegalArgumentException(
                    "KARAVEL_METADATA_URL (url in etc/dev.karavel.metadata.cfg) has to start with jdbc:derby: or jdbc:postgresql:");
        }
    }

    /** What the driver's DataSourceFactory calls itself. */
    String driver() {
        return DRIVERS.get(kind(url));
    }

    boolean embedded() {
        return kind(url).equals("derby");
    }

    /** Folder, or host, port and database. */
    @Override
    public String toString() {
        Matcher parts = KIND.matcher(url);
        parts.matches();
        String place = parts.group(2).split("[;?]", 2)[0];
        return place.replaceFirst("^//", "").replaceFirst("^[^/]*@", "");
    }

    private static String kind(String url) {
        Matcher parts = KIND.matcher(url);
        return parts.matches() ? parts.group(1) : "";
    }
}
