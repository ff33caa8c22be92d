package dev.karavel.viz.relations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.caoccao.javet.exceptions.JavetException;
import com.caoccao.javet.interop.V8Host;
import com.caoccao.javet.interop.V8Runtime;
import com.caoccao.javet.values.V8Value;
import com.caoccao.javet.values.reference.V8Module;
import com.caoccao.javet.values.reference.V8ValueObject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The numbers of {@code karavel/paired_ttest/student.js} against those in print. */
class StudentTest {
    private V8Runtime runtime;
    private V8Module module;
    private V8ValueObject student;

    @BeforeEach
    void load() throws JavetException, IOException {
        try (InputStream source = StudentTest.class.getResourceAsStream("/karavel/paired_ttest/student.js")) {
            runtime = V8Host.getV8Instance().createV8Runtime();
            module = runtime.getExecutor(new String(source.readAllBytes(), StandardCharsets.UTF_8))
                    .setResourceName("student.js")
                    .compileV8Module();
            try (V8Value evaluated = module.execute(true)) {
                assertThat(evaluated).isNotNull();
            }
            student = (V8ValueObject) module.getNamespace();
        }
    }

    @AfterEach
    void close() throws JavetException {
        student.close(true);
        module.close(true);
        runtime.close(true);
    }

    @ParameterizedTest(name = "t = {0} with {1} degrees of freedom is exceeded with p = {2}")
    @CsvSource({
        "12.706205, 1, 0.05",
        "63.656741, 1, 0.01",
        "4.302653, 2, 0.05",
        "2.570582, 5, 0.05",
        "4.032143, 5, 0.01",
        "2.228139, 10, 0.05",
        "3.169273, 10, 0.01",
        "4.586894, 10, 0.001",
        "2.085963, 20, 0.05",
        "2.042272, 30, 0.05",
        "2.749996, 30, 0.01",
        "1.979930, 120, 0.05",
        "2.617421, 120, 0.01",
        "1.959966, 1000000, 0.05",
        "0, 7, 1",
    })
    void tailsAreThoseOfTheTables(double t, int freedom, double p) throws JavetException {
        assertThat(student.invokeDouble("twoTailed", t, freedom)).isCloseTo(p, within(2e-6));
        assertThat(student.invokeDouble("twoTailed", -t, freedom)).isCloseTo(p, within(2e-6));
    }

    /** Student's own example of 1908: hours of sleep gained by ten patients with two drugs. */
    @Test
    void studentsSleepGivesTheResultInPrint() throws JavetException {
        try (V8ValueObject result = test(
                "[0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0]",
                "[1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4]")) {
            assertThat(result.getDouble("t")).isCloseTo(4.0621, within(5e-5));
            assertThat(result.getInteger("freedom")).isEqualTo(9);
            assertThat(result.getDouble("p")).isCloseTo(0.002833, within(5e-7));
            assertThat(result.getDouble("mean")).isCloseTo(1.58, within(1e-12));
            assertThat(result.getDouble("lift")).isCloseTo(23.3 / 7.5 - 1, within(1e-12));
        }
    }

    @Test
    void thereIsNoTestWithoutSpreadOrPairs() throws JavetException {
        for (List<String> each : List.of(
                List.of("[1, 2, 3]", "[2, 3, 4]"),
                List.of("[5]", "[6]"),
                List.of("[]", "[]"),
                List.of("[0, 0]", "[0, 0]"))) {
            try (V8ValueObject result = test(each.get(0), each.get(1));
                    V8Value t = result.get("t");
                    V8Value p = result.get("p")) {
                assertThat(t.isNull() && p.isNull()).as(each.toString()).isTrue();
            }
        }
    }

    private V8ValueObject test(String control, String values) throws JavetException {
        try (V8Value one = runtime.getExecutor(control).execute();
                V8Value other = runtime.getExecutor(values).execute()) {
            return student.invoke("pairedTest", one, other);
        }
    }
}
