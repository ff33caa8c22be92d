package dev.karavel.web.chart;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AttachmentTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Flights.csv      | attachment; filename=\"Flights.csv\"",
                "Flüge, März.csv  | attachment; filename=\"Fluge, Marz.csv\"; filename*=UTF-8''Fl%C3%BCge%2C%20M%C3%A4rz.csv",
                "航班.xlsx         | attachment; filename=\"__.xlsx\"; filename*=UTF-8''%E8%88%AA%E7%8F%AD.xlsx",
                "a\"b%20.csv      | attachment; filename=\"a_b_20.csv\"; filename*=UTF-8''a%22b%2520.csv",
            })
    void everyNameArrivesWhole(String name, String header) {
        assertThat(Attachment.disposition(name)).isEqualTo(header);
    }
}
