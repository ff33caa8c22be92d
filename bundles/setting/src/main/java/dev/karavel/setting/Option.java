package dev.karavel.setting;

import dev.karavel.api.error.KaravelException;
import dev.karavel.api.setting.SharedOption;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Collections;
import java.util.Set;

/** A known option: what the metatype of its bundle says of it. {@code least} and {@code most} are empty where there is no bound. */
record Option(String pid, String key, String title, String type, String standard, String least, String most) {
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
            case "Double", "Float" -> {
                try {
                    Double.parseDouble(value);
                } catch (NumberFormatException e) {
                    throw wrong("a number", value);
                }
            }
            default -> checkText(value);
        }
    }

    private void checkNumber(String value) {
        String wanted =
                "a whole number" + (least.isEmpty() ? "" : " from " + least) + (most.isEmpty() ? "" : " up to " + most);
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

    /** A text that is a time where nobody says anything has to be one always: no component begins with another. */
    private void checkText(String value) {
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

    private KaravelException wrong(String wanted, String value) {
        String given = secret() ? "what was given" : '"' + value + '"';
        return KaravelException.invalid(
                "value", key + " of " + pid + " has to be " + wanted + "; " + given + " is not");
    }
}
