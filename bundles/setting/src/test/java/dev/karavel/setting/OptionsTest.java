package dev.karavel.setting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.xml.sax.SAXException;

class OptionsTest {
    private static final String METATYPE = """
            <metatype:MetaData xmlns:metatype="http://www.osgi.org/xmlns/metatype/v1.2.0">
              <OCD id="web">
                <AD id="brand" type="String" name="Name people read" default="Karavel"/>
                <AD id="body.limit" type="Integer" name="Largest body" min="1024" max="9000" default="4096"/>
                <AD id="upload.limit" type="Long" name="Largest file" default="268435456"/>
                <AD id="query.timeout" type="String" name="Longest wait" default="PT60S"/>
                <AD id="dry.run" type="Boolean" name="Send nothing" default="false"/>
                <AD id="smtp.password" type="String" name="Password" default=""/>
                <AD id="behind.proxy" type="Boolean" name="Behind a proxy" default="false"/>
              </OCD>
              <Designate pid="dev.karavel.web"><Object ocdref="web"/></Designate>
            </metatype:MetaData>""";

    private final Options options = new Options(read());

    @Test
    void theMetatypeOfABundleTellsItsOptions() {
        assertThat(options.shared())
                .extracting(Option::key)
                .containsExactly("body.limit", "brand", "dry.run", "query.timeout", "smtp.password", "upload.limit");
        assertThat(options.require("dev.karavel.web", "brand").standard()).isEqualTo("Karavel");
    }

    @Test
    void whatIsNotThereIsAnsweredWithWhatIs() {
        assertThatThrownBy(() -> options.require("dev.karavel.wep", "brand"))
                .hasMessageContaining("dev.karavel.wep")
                .hasMessageContaining("there are dev.karavel.web");
        assertThatThrownBy(() -> options.require("dev.karavel.web", "brant"))
                .hasMessageContaining("no key brant")
                .hasMessageContaining("brand, dry.run");
    }

    @Test
    void whatIsEachNodesOwnIsNotShared() {
        assertThatThrownBy(() -> options.require("dev.karavel.web", "behind.proxy"))
                .hasMessageContaining("each node's own")
                .hasMessageContaining("etc/dev.karavel.web.cfg");
        Options more = new Options(List.of(new Option("dev.karavel.cache", "port", "", "Integer", "0", "", "")));
        assertThatThrownBy(() -> more.require("dev.karavel.cache", "port")).hasMessageContaining("each node's own");
        assertThat(more.shared()).isEmpty();
        assertThat(more.refusal("dev.karavel.cache", "port", "1")).isNotEmpty();
    }

    @Test
    void aValueIsOfTheTypeAndWithinTheBoundsOfItsOption() {
        accepts("body.limit", "1024");
        accepts("body.limit", "9000");
        accepts("upload.limit", "99999999999");
        accepts("query.timeout", "PT1M30S");
        accepts("dry.run", "true");
        accepts("brand", "Ünïted");
        accepts("brand", "");
        refuses("body.limit", "1023", "whole number from 1024 up to 9000; \"1023\" is not");
        refuses("body.limit", "9001", "up to 9000");
        refuses("body.limit", "99999999999", "whole number");
        refuses("upload.limit", "much", "a whole number; \"much\" is not");
        refuses("query.timeout", "60", "PT60S (ISO-8601");
        refuses("query.timeout", "-PT1S", "not a negative one");
        refuses("dry.run", "yes", "true or false");
    }

    @Test
    void aSecretIsNotRepeated() {
        Option secret = new Option("dev.karavel.web", "smtp.password", "", "Integer", "0", "", "");
        assertThat(secret.secret()).isTrue();
        assertThat(options.require("dev.karavel.web", "smtp.password").secret()).isTrue();
        assertThat(options.require("dev.karavel.web", "brand").secret()).isFalse();
        assertThatThrownBy(() -> secret.check("hunter2"))
                .hasMessageContaining("whole number")
                .message()
                .doesNotContain("hunter2");
    }

    private void accepts(String key, String value) {
        options.require("dev.karavel.web", key).check(value);
        assertThat(options.refusal("dev.karavel.web", key, value)).isEmpty();
    }

    private void refuses(String key, String value, String because) {
        assertThatThrownBy(() -> options.require("dev.karavel.web", key).check(value))
                .hasMessageContaining(because);
        assertThat(options.refusal("dev.karavel.web", key, value)).contains(because);
    }

    private static List<Option> read() {
        try {
            return OptionReader.read(new ByteArrayInputStream(METATYPE.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException | SAXException | ParserConfigurationException e) {
            throw new AssertionError(e);
        }
    }
}
