package dev.karavel.features;

import static org.assertj.core.api.Assertions.assertThat;

import dev.karavel.features.Bundles.OurBundle;
import java.io.IOException;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a bundle may see of the others and of third parties; {@code imports.properties} is the table. */
class ImportRulesTest {
    private final List<OurBundle> bundles = Bundles.onClassPath().all();
    private final Properties ranks = Bundles.table("ranks.properties");
    private final Properties reserved = Bundles.table("imports.properties");

    ImportRulesTest() throws IOException {}

    @Test
    void bundlesSeeOfUsOnlyApiAndSpi() {
        assertThat(bundles).isNotEmpty();
        assertThat(imports(bundles.stream())
                        .filter(used -> used.of("dev.karavel"))
                        .filter(used -> !used.of("dev.karavel.api") && !used.of("dev.karavel.spi")))
                .isEmpty();
    }

    @Test
    void pluginsAndSpiSeeOfUsOnlySpi() {
        assertThat(imports(bundles.stream()
                                .filter(bundle -> rank(bundle).equals("0")
                                        && !bundle.name().equals("api")))
                        .filter(used -> used.of("dev.karavel") && !used.of("dev.karavel.spi")))
                .isEmpty();
    }

    @Test
    void onlyApiAndSpiExportPackages() {
        assertThat(bundles.stream()
                        .filter(bundle ->
                                bundle.header("Export-Package").findAny().isPresent())
                        .map(OurBundle::name))
                .containsExactlyInAnyOrder("api", "spi");
    }

    @Test
    void thirdPartiesAreSeenOnlyWhereTheTableSays() {
        assertThat(imports(bundles.stream()).filter(used -> reserved.stringPropertyNames().stream()
                        .filter(used::of)
                        .anyMatch(name ->
                                !Set.of(reserved.getProperty(name).split(" ")).contains(used.bundle()))))
                .isEmpty();
    }

    private String rank(OurBundle bundle) {
        return ranks.getProperty(bundle.name(), "none");
    }

    private static Stream<Import> imports(Stream<OurBundle> bundles) {
        return bundles.flatMap(bundle ->
                bundle.header("Import-Package").map(clause -> new Import(bundle.name(), clause.split(";")[0].trim())));
    }

    private record Import(String bundle, String packageName) {
        boolean of(String root) {
            return packageName.equals(root) || packageName.startsWith(root + ".");
        }
    }
}
