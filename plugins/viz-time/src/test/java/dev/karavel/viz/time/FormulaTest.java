package dev.karavel.viz.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormulaTest {
    private final ScriptModule module = new ScriptModule("shared/formula.js");

    @AfterEach
    void close() {
        module.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "500                  | 500",
                "2x + 1               | 7",
                "y = x / 2            | 1.5",
                "f(x) = x - 1         | 2",
                "-x^2                 | -9",
                "2^3^2                | 512",
                "(x + 1)(x - 1)       | 8",
                "10 % 4 * 1.5e1       | 30",
                "min(x, 5) + max(1,2) | 5",
                "log(8, 2) + ln(e)    | 4",
                "sin(pi / 2)          | 1",
                "x > 2 ? 10 : 20      | 10",
                "x == 2 ? 10 : x != 3 | 0",
                "mod(0 - 1, 4)        | 3",
            })
    void formulasAreWorkedOutAtThree(String formula, double expected) {
        assertThat(at(formula)).isCloseTo(expected, within(1e-9));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2 +             | something is missing at the end",
                "x)              | \")\" is one too many",
                "(x              | \")\" is missing",
                "2 $ 3           | \"$ 3\" has no meaning here",
                "constructor     | \"constructor\" is unknown",
                "__proto__(1)    | \"__proto__\" is unknown",
                "foo(x)          | \"foo\" is unknown; there are x, pi, e, abs",
            })
    void whatIsNoFormulaSaysWhy(String formula, String message) {
        assertThatThrownBy(() -> at(formula)).hasMessageContaining(message);
    }

    @Test
    void depthAndLengthAreBounded() {
        assertThatThrownBy(() -> at("(".repeat(200) + "x" + ")".repeat(200)))
                .hasMessageContaining("too many parentheses");
        assertThatThrownBy(() -> at("-".repeat(900) + "x")).hasMessageContaining("too many signs");
        assertThatThrownBy(() -> at("1+".repeat(600) + "1")).hasMessageContaining("at most 1000 characters");
    }

    private double at(String formula) {
        return module.number("it.formula('" + formula + "')(3)");
    }
}
