package dev.karavel.api.viz;

import java.util.List;
import java.util.Objects;

/**
 * A plugin bundle.
 *
 * @param kind visualization, datasource or notification
 * @param provides ids of what it brings
 * @param problem why it or part of it was refused, or empty
 */
public record Plugin(
        String symbolicName,
        String title,
        String version,
        String kind,
        List<String> provides,
        String problem,
        State state,
        Origin origin) {
    /** READY even where a part of it was refused. */
    public enum State {
        READY,
        REFUSED,
        /** Switched off by an administrator. */
        DISABLED,
        /** Not running although nobody switched it off: something it needs is missing, or an operator stopped it. */
        STOPPED
    }

    /** By which door it came. */
    public enum Origin {
        /** Part of the server, or a feature of Karaf: comes and goes with {@code feature:install}. */
        FEATURE,
        /** A file in the deploy folder. */
        DEPLOY,
        /** Sent by an administrator, kept in the metadata database. */
        UPLOAD
    }

    public Plugin {
        provides = List.copyOf(provides);
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(origin, "origin");
    }

    /** One that runs, or was refused, and came as a feature. */
    public Plugin(
            String symbolicName, String title, String version, String kind, List<String> provides, String problem) {
        this(
                symbolicName,
                title,
                version,
                kind,
                provides,
                problem,
                problem.isEmpty() ? State.READY : State.REFUSED,
                Origin.FEATURE);
    }
}
