package dev.karavel.metadata.store;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a JDBC URL says to us, and what of it may be shown: neither user nor password. */
record DatabaseAddress(String url) {
    private static final Pattern FORM = Pattern.compile("jdbc:(\\w+):(.*)");
    private static final Map<String, Kind> KINDS = Map.of(
            "derby", Kind.DERBY,
            "postgresql", Kind.POSTGRESQL,
            "mariadb", Kind.MYSQL,
            "mysql", Kind.MYSQL);

    enum Kind {
        DERBY("org.apache.derby.jdbc.EmbeddedDriver"),
        POSTGRESQL("org.postgresql.Driver"),
        /** MySQL and MariaDB, by MariaDB's driver: it speaks to both, and MySQL's own may not be shipped. */
        MYSQL("org.mariadb.jdbc.Driver");

        private final String driver;

        Kind(String driver) {
            this.driver = driver;
        }
    }

    DatabaseAddress {
        if (!KINDS.containsKey(scheme(url))) {
            throw new IllegalArgumentException(
                    "KARAVEL_METADATA_URL (url in etc/dev.karavel.metadata.cfg) has to start with"
                            + " jdbc:derby:, jdbc:postgresql:, jdbc:mariadb: or jdbc:mysql:");
        }
    }

    Kind kind() {
        return KINDS.get(scheme(url));
    }

    /** What the driver's DataSourceFactory calls itself. */
    String driver() {
        return kind().driver;
    }

    /** The URL as the driver knows it. */
    String driverUrl() {
        return kind() == Kind.MYSQL ? url.replaceFirst("^jdbc:mysql:", "jdbc:mariadb:") : url;
    }

    boolean embedded() {
        return kind() == Kind.DERBY;
    }

    /** Folder, or host, port and database. */
    @Override
    public String toString() {
        Matcher parts = FORM.matcher(url);
        parts.matches();
        String place = parts.group(2).split("[;?]", 2)[0];
        return place.replaceFirst("^//", "").replaceFirst("^[^/]*@", "");
    }

    private static String scheme(String url) {
        Matcher parts = FORM.matcher(url);
        return parts.matches() ? parts.group(1) : "";
    }
}
