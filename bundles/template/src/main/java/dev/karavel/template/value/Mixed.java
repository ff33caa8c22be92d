package dev.karavel.template.value;

import java.util.List;

/**
 * A text that is partly from outside.
 *
 * @param pieces Strings of the template's author and {@link dev.karavel.api.template.Outside}s
 */
public record Mixed(List<Object> pieces) {
    public Mixed {
        pieces = List.copyOf(pieces);
    }

    @Override
    public String toString() {
        return Text.raw(this);
    }
}
