package dev.karavel.report.compose;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessageWordsTest {
    private static final ResourceBundle ENGLISH = words(Locale.ROOT);

    @ParameterizedTest
    @ValueSource(strings = {"de", "fr", "es", "zh", "ar"})
    void everyLanguageSaysEverythingWithTheSameBlanks(String language) {
        ResourceBundle other = words(Locale.forLanguageTag(language));
        assertThat(other.getLocale().getLanguage()).isEqualTo(language);
        for (String key : ENGLISH.keySet()) {
            assertThat(other.getString(key).replaceAll("[^{}0-9]", ""))
                    .as(key)
                    .isEqualTo(ENGLISH.getString(key).replaceAll("[^{}0-9]", ""));
            if (!key.equals("direction")) {
                assertThat(other.getString(key)).as(key).isNotEqualTo(ENGLISH.getString(key));
            }
        }
    }

    @Test
    void aLanguageNobodyWroteIsEnglishWithItsNumbers() {
        MessageWords words = new MessageWords(Locale.forLanguageTag("pt"));
        assertThat(words.language()).isEqualTo("en");
        assertThat(words.said("value", words.number(1234.5))).isEqualTo("Value: 1,234.5");
    }

    private static ResourceBundle words(Locale locale) {
        return ResourceBundle.getBundle(
                "dev.karavel.report.compose.messages",
                locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }
}
