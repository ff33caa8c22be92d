package dev.karavel.api.exchange;

import java.util.List;
import java.util.Map;

/** What became of an import. */
public sealed interface ImportOutcome {
    /** @param lines what was made or changed, one line each; what was there already and stays is not in it */
    record Done(List<String> lines) implements ImportOutcome {
        public Done {
            lines = List.copyOf(lines);
        }
    }

    /**
     * Nothing was stored: something has to be said first.
     *
     * @param secrets by file, what is missing there, in Superset's words
     * @param present by file, that the thing exists already, in Superset's words
     */
    record Asks(Map<String, List<String>> secrets, Map<String, String> present) implements ImportOutcome {
        public Asks {
            secrets = Map.copyOf(secrets);
            present = Map.copyOf(present);
        }
    }
}
