package dev.karavel.web.page;

import java.util.Optional;

/** Superset's page addresses before 2026, and the short ones, and where they are now. */
final class OldAddresses {
    private static final String OLD = "/superset/";

    private OldAddresses() {}

    /** @param path decoded path without query */
    static Optional<String> redirect(String path) {
        if (!path.startsWith(OLD)) {
            return Optional.empty();
        }
        String rest = path.substring(OLD.length());
        boolean known = rest.startsWith("dashboard/")
                || rest.startsWith("explore/")
                || rest.startsWith("sqllab/")
                || rest.equals("welcome/");
        return known && !rest.contains("//") ? Optional.of("/" + rest) : Optional.empty();
    }
}
