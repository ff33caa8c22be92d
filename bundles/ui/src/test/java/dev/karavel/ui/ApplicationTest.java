package dev.karavel.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ApplicationTest {
    private final Application application = new Application();

    @Test
    void everyScriptOfTheBuiltPageCarriesTheNonce() {
        String page = page("{}");

        assertThat(Pattern.compile("<script\\b(?![^>]*nonce=\"q2w3e4==\")")
                        .matcher(page)
                        .find())
                .isFalse();
        assertThat(page).contains("<script").contains("lang=\"de\"");
        // A file's name ends in a digest of what is in it, which may be any signs.
        assertThat(page.replaceAll("=\"/static/[^\"]+\"", "")).doesNotContain("__");
    }

    @Test
    void scriptsAreLoadedFromBelowStatic() {
        assertThat(page("{}")).containsPattern("<script type=\"module\"[^>]* src=\"/static/assets/index-[^\"]+\\.js\"");
    }

    @Test
    void nothingInTheBootstrapCanLeaveItsElement() {
        String page = page("{\"user\":{\"username\":\"</script><script>alert(1)</script>\"}}");

        assertThat(page).doesNotContain("alert(1)</script>").contains("\\u003c/script>\\u003cscript>alert(1)");
    }

    @Test
    void aNonceOrLanguageThatCouldBreakOutOfItsAttributeIsRefused() {
        assertThatThrownBy(() -> application.page("a\" onload=\"x", "{}", "en"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("nonce");
        assertThatThrownBy(() -> application.page("abc", "{}", "en\" x=\""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("language");
    }

    private String page(String bootstrap) {
        return new String(application.page("q2w3e4==", bootstrap, "de"), StandardCharsets.UTF_8);
    }
}
