package dev.karavel.spi.data;

import java.util.Map;
import java.util.Optional;

/** What was filled into a connection form; secrets in clear text, so never logged: {@link #toString} shows only names. */
public record Settings(Map<String, String> values) {
    public Settings {
        values = Map.copyOf(values);
    }

    public Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name)).filter(value -> !value.isBlank());
    }

    /** @throws WarehouseException with the setting's name if it is missing */
    public String required(String name) {
        return text(name)
                .orElseThrow(() -> new WarehouseException(
                        WarehouseException.Reason.SETTINGS, name, "Setting " + name + " is missing"));
    }

    /** @throws WarehouseException with the setting's name if it is no whole number */
    public int number(String name, int fallback) {
        try {
            return text(name).map(Integer::parseInt).orElse(fallback);
        } catch (NumberFormatException e) {
            throw new WarehouseException(
                    WarehouseException.Reason.SETTINGS, name, "Setting " + name + " must be a whole number", e);
        }
    }

    public boolean flag(String name) {
        return text(name).map(Boolean::parseBoolean).orElse(false);
    }

    @Override
    public String toString() {
        return "Settings" + values.keySet();
    }
}
