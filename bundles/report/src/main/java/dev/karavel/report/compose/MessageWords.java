package dev.karavel.report.compose;

import dev.karavel.report.alert.Verdict;
import java.text.NumberFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** What messages say, in the language of their reader. */
final class MessageWords {
    private final ResourceBundle words;
    private final Locale locale;

    MessageWords(Locale locale) {
        this.words = ResourceBundle.getBundle(
                "dev.karavel.report.compose.messages",
                locale,
                MessageWords.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        // numbers in the language of the words around them
        this.locale = words.getLocale().equals(Locale.ROOT) ? Locale.ENGLISH : locale;
    }

    String said(String key, String... values) {
        String text = words.getString(key);
        for (int i = 0; i < values.length; i++) {
            text = text.replace("{" + i + "}", values[i]);
        }
        return text;
    }

    String language() {
        return locale.getLanguage();
    }

    boolean fromRightToLeft() {
        return words.getString("direction").equals("rtl");
    }

    String number(double value) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMaximumFractionDigits(6);
        return format.format(value);
    }

    /** What an alert's statement gave. */
    String value(Verdict verdict) {
        return verdict.value().isPresent() && Double.isFinite(verdict.value().getAsDouble())
                ? number(verdict.value().getAsDouble())
                : verdict.words();
    }
}
