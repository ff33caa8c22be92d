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
                <AD id="security" type="String" name="How it is secured" default="starttls">
                  <Option label="none" value="none"/><Option label="starttls" value="starttls"/><Option label="tls" value="tls"/>
                </AD>
                <AD id="share" type="Double" name="A share" min="0" max="1" default="0.5"/>
                <AD id="time.zone" type="String" name="Time zone" default="UTC"/>
                <AD id="public.url" type="String" name="Address" default="http://127.0.0.1:8088"/>
                <AD id="smtp.password" type="String" name="Password" min="6" default=""/>
                <AD id="behind.proxy" type="Boolean" name="Behind a proxy" default="false"/>
              </OCD>
              <Designate pid="dev.karavel.web"><Object ocdref="web"/></Designate>
            </metatype:MetaData>""";

    private final Options options = new Options(read());

    @Test
    void theMetatypeOfABundleTellsItsOptions() {
        assertThat(options.shared())
                .extracting(Option::key)
                .containsExactly(
                        "body.limit",
                        "brand",
                        "dry.run",
                        "public.url",
                        "query.timeout",
                        "security",
                        "share",
                        "smtp.password",
                        "time.zone",
                        "upload.limit");
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
        Options more =
                new Options(List.of(new Option("dev.karavel.cache", "port", "", "Integer", "0", "", "", List.of())));
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
        accepts("security", "tls");
        accepts("share", "0.25");
        accepts("time.zone", "Europe/Berlin");
        accepts("public.url", "https://bi.example.org/karavel");
        refuses("security", "ssl", "one of none, starttls, tls; \"ssl\" is not");
        refuses("share", "1.5", "a number from 0 up to 1");
        refuses("share", "NaN", "a number from 0 up to 1");
        refuses("time.zone", "Berlin", "such as UTC or Europe/Berlin");
        refuses("public.url", "bi.example.org", "an address such as http://127.0.0.1:8088");
        refuses("public.url", "ftp://bi.example.org", "an address such as");
        accepts("smtp.password", "");
        refuses("smtp.password", "short", "at least 6 signs long, or empty; what was given is not");
        refuses("brand", "two\nlines", "a text in one line");
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
        Option secret = new Option("dev.karavel.web", "smtp.password", "", "Integer", "0", "", "", List.of());
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
