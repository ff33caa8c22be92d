package dev.karavel.features;

import static org.assertj.core.api.Assertions.assertThat;

import dev.karavel.features.Bundles.OurBundle;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** Services are called downwards only; {@code ranks.properties} is the table. */
class ServiceRankTest {
    private final List<OurBundle> bundles = Bundles.onClassPath().all();
    private final Properties ranks = Bundles.table("ranks.properties");

    ServiceRankTest() throws IOException {}

    @Test
    void everyBundleHasARank() {
        assertThat(bundles.stream().map(OurBundle::name)).isNotEmpty().allMatch(ranks::containsKey);
    }

    @Test
    void componentsReferToServicesOfALowerRankOnly() throws Exception {
        List<Use> provided = new ArrayList<>();
        List<Use> referred = new ArrayList<>();
        for (OurBundle bundle : bundles) {
            for (Document component : components(bundle)) {
                interfaces(component, "provide")
                        .map(name -> new Use(bundle.name(), name))
                        .forEach(provided::add);
                interfaces(component, "reference")
                        .map(name -> new Use(bundle.name(), name))
                        .forEach(referred::add);
            }
        }
        assertThat(referred).isNotEmpty();
        assertThat(referred.stream().flatMap(use -> provided.stream()
                        .filter(service -> service.type().equals(use.type()))
                        .filter(service -> !service.bundle().equals(use.bundle()))
                        .filter(service -> rank(service) >= rank(use))
                        .map(service -> use.bundle() + " refers to " + use.type() + " of " + service.bundle())))
                .isEmpty();
    }

    private int rank(Use use) {
        return Integer.parseInt(ranks.getProperty(use.bundle()));
    }

    private static List<Document> components(OurBundle bundle)
            throws IOException, ParserConfigurationException, SAXException {
        List<Document> components = new ArrayList<>();
        for (String path : bundle.header("Service-Component").toList()) {
            try (InputStream in = bundle.entry(path.trim()).openStream()) {
                components.add(DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(in));
            }
        }
        return components;
    }

    private static Stream<String> interfaces(Document component, String tag) {
        NodeList found = component.getElementsByTagName(tag);
        return IntStream.range(0, found.getLength()).mapToObj(found::item).map(node -> ((Element) node)
                .getAttribute("interface"));
    }

    private record Use(String bundle, String type) {}
}
