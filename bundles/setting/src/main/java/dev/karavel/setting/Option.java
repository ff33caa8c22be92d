package dev.karavel.setting;

import dev.karavel.api.error.KaravelException;
import dev.karavel.api.setting.SharedOption;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/**
 * A known option: what the metatype of its bundle says of it. {@code least} and {@code most} are empty where there is no bound,
 * {@code choices} where anything may be said.
 */
record Option(
        String pid,
        String key,
        String title,
        String type,
        String standard,
        String least,
        String most,
        List<String> choices) {
    private static final Set<String> SECRET = Set.of("password", "secret", "token", "key");

    SharedOption told() {
        return new SharedOption(pid, key, title, standard);
    }

    boolean secret() {
        return type.equals("Password") || !Collections.disjoint(SECRET, Set.of(key.split("\\.")));
    }

    /** @throws KaravelException INVALID_REQUEST if the value is none of its kind; the message does not repeat a secret */
    void check(String value) {
        switch (type) {
            case "Integer", "Long", "Short", "Byte" -> checkNumber(value);
            case "Boolean" -> {
                if (!Set.of("true", "false").contains(value)) {
                    throw wrong("true or false", value);
                }
            }
            case "Double", "Float" -> checkFraction(value);
            default -> checkText(value);
        }
    }

    private void checkNumber(String value) {
        String wanted = "a whole number" + bounds();
        try {
            long number = type.equals("Long") ? Long.parseLong(value) : Integer.parseInt(value);
            if (!least.isEmpty() && number < Long.parseLong(least)
                    || !most.isEmpty() && number > Long.parseLong(most)) {
                throw wrong(wanted, value);
            }
        } catch (NumberFormatException e) {
            throw wrong(wanted, value);
        }
    }

    private void checkFraction(String value) {
        String wanted = "a number" + bounds();
        try {
            double number = Double.parseDouble(value);
            if (!Double.isFinite(number)
                    || !least.isEmpty() && number < Double.parseDouble(least)
                    || !most.isEmpty() && number > Double.parseDouble(most)) {
                throw wrong(wanted, value);
            }
        } catch (NumberFormatException e) {
            throw wrong(wanted, value);
        }
    }

    private String bounds() {
        return (least.isEmpty() ? "" : " from " + least) + (most.isEmpty() ? "" : " up to " + most);
    }

    /** A text that is a time where nobody says anything has to be one always: no component begins with another. */
    private void checkText(String value) {
        if (!choices.isEmpty() && !choices.contains(value)) {
            throw wrong("one of " + String.join(", ", choices), value);
        }
        if (value.chars().anyMatch(Character::isISOControl)) {
            throw wrong("a text in one line", value);
        }
        if (!least.isEmpty() && !value.isEmpty() && value.length() < Integer.parseInt(least)) {
            throw wrong("at least " + least + " signs long, or empty", value);
        }
        if (key.equals("time.zone")) {
            checkZone(value);
        }
        if (standard.matches("https?://.*")) {
            checkAddress(value);
        }
        if (standard.matches("P(T?\\d+[DHMS])+")) {
            try {
                if (Duration.parse(value).isNegative()) {
                    throw wrong("a time such as " + standard + ", not a negative one", value);
                }
            } catch (DateTimeParseException e) {
                throw wrong("a time such as " + standard + " (ISO-8601: P1D a day, PT30S half a minute)", value);
            }
        }
    }

    private void checkZone(String value) {
        try {
            ZoneId.of(value);
        } catch (DateTimeException e) {
            throw wrong("a time zone such as UTC or Europe/Berlin", value);
        }
    }

    private void checkAddress(String value) {
        try {
            URI address = new URI(value);
            if (address.getHost() != null && Set.of("http", "https").contains(address.getScheme())) {
                return;
            }
        } catch (URISyntaxException e) {
            throw wrong("an address such as " + standard, value);
        }
        throw wrong("an address such as " + standard, value);
    }

    private KaravelException wrong(String wanted, String value) {
        String given = secret() ? "what was given" : '"' + value + '"';
        return KaravelException.invalid(
                "value", key + " of " + pid + " has to be " + wanted + "; " + given + " is not");
    }
}
