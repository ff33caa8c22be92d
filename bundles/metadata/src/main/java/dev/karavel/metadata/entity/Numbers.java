package dev.karavel.metadata.entity;

import java.util.OptionalDouble;

/** Numbers that need not be there. */
final class Numbers {
    private Numbers() {}

    static OptionalDouble read(Double stored) {
        return stored == null ? OptionalDouble.empty() : OptionalDouble.of(stored);
    }

    /** What no database can hold is left out: whoever looks at it has it in words beside. */
    static Double stored(OptionalDouble number) {
        return number.isPresent() && Double.isFinite(number.getAsDouble()) ? number.getAsDouble() : null;
    }
}
