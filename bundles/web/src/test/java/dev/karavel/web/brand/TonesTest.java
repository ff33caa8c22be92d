package dev.karavel.web.brand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class TonesTest {
    @Test
    void contrastIsMeasuredAsPeopleSee() {
        assertThat(Tones.contrast("#000000", "#ffffff")).isCloseTo(21, within(0.01));
        assertThat(Tones.contrast("#777777", "#ffffff")).isCloseTo(4.48, within(0.01));
    }

    @Test
    void ourOwnColoursCanBeRead() {
        assertThat(Tones.read("accent=#0f6e84", Tones.DAY).faults()).isEmpty();
        assertThat(Tones.read("accent=#4fb3c8", Tones.NIGHT).faults()).isEmpty();
    }

    @Test
    void whatCannotBeReadOrUnderstoodIsSaid() {
        Tones pale = Tones.read("accent=#ffe000 on-accent=#ffffff shadow=3px", Tones.DAY);
        assertThat(pale.chosen()).containsOnlyKeys("accent", "on-accent");
        assertThat(pale.faults())
                .anyMatch(fault -> fault.startsWith("shadow=3px"))
                .anyMatch(fault -> fault.startsWith("on-accent on accent"));
    }
}
