package dev.karavel.api.report;

import java.util.Arrays;
import java.util.Optional;

/** How a run ended, or that it goes on. */
public enum ReportState {
    SUCCESS("Success"),
    WORKING("Working"),
    ERROR("Error"),
    /** An alert whose condition does not hold; also that of a schedule that never ran. */
    NOT_TRIGGERED("Not triggered"),
    /** An alert that holds still, but was told of not long ago. */
    ON_GRACE("On Grace");

    private final String word;

    ReportState(String word) {
        this.word = word;
    }

    /** As REST and the metadata database have it. */
    public String word() {
        return word;
    }

    public static Optional<ReportState> of(String word) {
        return Arrays.stream(values()).filter(state -> state.word.equals(word)).findFirst();
    }
}
