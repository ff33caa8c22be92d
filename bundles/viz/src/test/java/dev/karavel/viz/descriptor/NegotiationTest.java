package dev.karavel.viz.descriptor;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NegotiationTest {
    private static final String HOST = "0.3.0";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'contract': '1'}",
                "{'contract': ['1', '2']}",
                "{'contract': '1', 'requires': {'host': '>=0.3'}}",
                "{'contract': '1', 'requires': {'host': '>= 0.2.9'}}"
            })
    void whatTheServerUnderstandsIsTaken(String descriptor) {
        assertThatCode(() -> check(descriptor)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'contract': '9'}                                       | understands \"1\"",
                "{'contract': 1}                                         | version 1 is unknown",
                "{'contract': []}                                        | is unknown",
                "{}                                                      | is unknown",
                "{'contract': ['2', '3']}                                | understands \"1\"",
                "{'contract': '1', 'requires': {'host': '>=1.0'}}        | 1.0 or newer is needed; this is 0.3.0",
                "{'contract': '1', 'requires': {'host': '1.0'}}          | is the form",
                "{'contract': '1', 'requires': 'much'}                   | is the form"
            })
    void whatItDoesNotIsRefusedWithWhatItDoes(String descriptor, String says) {
        assertThatThrownBy(() -> check(descriptor)).isInstanceOf(Refused.class).hasMessageContaining(says);
    }

    private static void check(String descriptor) throws Exception {
        Negotiation.check(
                new Fields("visualization.json", "", new ObjectMapper().readTree(descriptor.replace('\'', '"'))), HOST);
    }
}
