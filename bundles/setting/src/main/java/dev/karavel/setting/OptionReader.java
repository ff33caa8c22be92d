package dev.karavel.setting;

import dev.karavel.api.error.ErrorCode;
import dev.karavel.api.error.KaravelException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.osgi.framework.Bundle;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** Reads the options of our bundles from their metatype. */
final class OptionReader {
    private static final String OURS = "dev.karavel.";

    private OptionReader() {}

    static Options of(Bundle... bundles) {
        return new Options(Arrays.stream(bundles)
                .filter(bundle -> String.valueOf(bundle.getSymbolicName()).startsWith(OURS))
                .flatMap(OptionReader::files)
                .flatMap(OptionReader::options)
                .toList());
    }

    private static Stream<URL> files(Bundle bundle) {
        Enumeration<URL> found = bundle.findEntries("OSGI-INF/metatype", "*.xml", false);
        return found == null ? Stream.empty() : Collections.list(found).stream();
    }

    private static Stream<Option> options(URL file) {
        try (InputStream in = file.openStream()) {
            return read(in).stream();
        } catch (IOException | SAXException | ParserConfigurationException e) {
            throw new KaravelException(ErrorCode.INTERNAL, "The options in " + file + " cannot be read", e);
        }
    }

    static List<Option> read(InputStream metatype) throws IOException, SAXException, ParserConfigurationException {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        Element root = factory.newDocumentBuilder().parse(metatype).getDocumentElement();
        List<Option> options = new ArrayList<>();
        elements(root, "Designate")
                .map(designate -> designate.getAttribute("pid"))
                .filter(pid -> pid.startsWith(OURS))
                .forEach(pid ->
                        elements(root, "AD").map(each -> option(pid, each)).forEach(options::add));
        return options;
    }

    private static Option option(String pid, Element attribute) {
        return new Option(
                pid,
                attribute.getAttribute("id"),
                attribute.getAttribute("name"),
                attribute.getAttribute("type"),
                attribute.getAttribute("default"),
                attribute.getAttribute("min"),
                attribute.getAttribute("max"),
                elements(attribute, "Option")
                        .map(each -> each.getAttribute("value"))
                        .toList());
    }

    private static Stream<Element> elements(Element root, String tag) {
        NodeList found = root.getElementsByTagName(tag);
        return IntStream.range(0, found.getLength()).mapToObj(i -> (Element) found.item(i));
    }
}
