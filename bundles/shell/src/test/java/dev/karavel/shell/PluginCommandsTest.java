package dev.karavel.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.karavel.api.viz.Plugin;
import java.util.List;
import org.junit.jupiter.api.Test;

class PluginCommandsTest {
    private static final ChosenPlugin PLUGINS = new ChosenPlugin(List.of(
            new Plugin("org.acme", "Acme", "1.0.0", "visualization", List.of(), ""),
            new Plugin("org.acme", "Acme", "2.0.0", "visualization", List.of(), ""),
            new Plugin("org.other", "Other", "1.0.0", "datasource", List.of(), "")));

    @Test
    void theVersionIsNeededOnlyWhereThereAreSeveral() {
        assertThat(PLUGINS.of("org.other", null).version()).isEqualTo("1.0.0");
        assertThat(PLUGINS.of("org.acme", "1.0.0").version()).isEqualTo("1.0.0");
        assertThatThrownBy(() -> PLUGINS.of("org.acme", null)).hasMessageContaining("1.0.0, 2.0.0");
    }

    @Test
    void whatIsNotThereIsNamedAndWhereToLook() {
        assertThatThrownBy(() -> PLUGINS.of("org.nobody", null))
                .hasMessageContaining("org.nobody")
                .hasMessageContaining("karavel:plugin-list");
        assertThatThrownBy(() -> PLUGINS.of("org.acme", "3.0.0")).hasMessageContaining("org.acme 3.0.0");
    }
}
