package dev.karavel.api.catalog;

import java.util.UUID;

/** What every stored thing has. An id of 0 means not stored yet. */
public interface Stored {
    long id();

    /** The same in every installation: imports match by it. */
    UUID uuid();

    /** Counts changes; a save with an old version is refused. */
    int version();
}
