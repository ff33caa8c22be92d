package dev.karavel.vendor.derby;

/** The two halves of {@code jdbc:derby:database;attribute=value;…}. */
record DerbyUrl(String database, String attributes) {
    private static final String PREFIX = "jdbc:derby:";

    static DerbyUrl parse(String url) {
        if (!url.startsWith(PREFIX)) {
            throw new IllegalArgumentException("No Derby URL: " + url);
        }
        String rest = url.substring(PREFIX.length());
        int end = rest.indexOf(';');
        return end < 0 ? new DerbyUrl(rest, "") : new DerbyUrl(rest.substring(0, end), rest.substring(end + 1));
    }
}
