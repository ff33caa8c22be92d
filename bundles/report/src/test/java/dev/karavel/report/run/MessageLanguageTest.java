package dev.karavel.report.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class MessageLanguageTest {
    private final ReportHouse house = new ReportHouse();

    @Test
    void aReportSpeaksEnglishWhereNobodyChose() {
        house.run(UUID.randomUUID(), house.report());
        assertThat(house.channel.last.subject()).isEqualTo("[Report] Weights: Weights");
        assertThat(house.channel.last.html()).contains("<html lang=\"en\" dir=\"ltr\">");
    }

    @Test
    void anAlertSpeaksTheLanguageOfItsOwner() {
        house.language = "de";
        house.value = 1234.5;
        house.run(UUID.randomUUID(), house.alert(true));
        assertThat(house.channel.last.subject()).isEqualTo("[Alarm] Weights: Weights");
        assertThat(house.channel.last.text()).contains("Wert: 1.234,5");
        assertThat(house.channel.last.html()).contains("Wert: <strong>1.234,5</strong>");

        house.value = 0;
        house.time.advance(Duration.ofMinutes(5));
        house.run(UUID.randomUUID(), house.alert(true));
        assertThat(house.channel.last.subject()).isEqualTo("[Alarm] Wieder in Ordnung: Weights");
        assertThat(house.channel.last.text()).contains("besteht nicht mehr").contains("jetzt 0.");
    }

    @Test
    void ownersHearOfFailuresInTheirLanguageWithAWayToTheLog() {
        house.language = "fr";
        house.fails = "No such table";
        assertThatThrownBy(() -> house.run(UUID.randomUUID(), house.alert(false)));
        assertThat(house.channel.last.subject()).isEqualTo("[Alerte] Échec : Weights");
        assertThat(house.channel.last.text())
                .contains("n’a pas pu être envoyée : No such table")
                .contains("/alert/1/log");
    }

    @Test
    void theLanguageAReportWasGivenGoesBeforeItsOwners() {
        house.language = "de";
        house.run(UUID.randomUUID(), house.reportIn("{\"language\":\"ar\"}"));
        assertThat(house.channel.last.subject()).startsWith("[تقرير] ");
        assertThat(house.channel.last.html()).contains("<html lang=\"ar\" dir=\"rtl\">");
    }
}
