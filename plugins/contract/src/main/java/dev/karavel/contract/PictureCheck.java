package dev.karavel.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Locale;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/** An SVG that may be shown to anybody: well-formed, nothing that runs, nothing fetched from elsewhere. */
final class PictureCheck {
    private static final int MOST_BYTES = 20_000;

    private PictureCheck() {}

    static void thumbnail(ChartFolder folder) {
        byte[] svg = folder.bytes("thumbnail.svg");
        assertThat(svg).as("thumbnail.svg is small").hasSizeLessThan(MOST_BYTES);
        Element root = svg("thumbnail.svg", svg).getDocumentElement();
        assertThat(root.getAttribute("viewBox")).as("viewBox of thumbnail.svg").isNotBlank();
    }

    static Document svg(String what, byte[] bytes) {
        Document document = parse(what, bytes);
        assertThat(document.getDocumentElement().getTagName())
                .as(what + " is an SVG")
                .isEqualTo("svg");
        NodeList elements = document.getElementsByTagName("*");
        for (int index = 0; index < elements.getLength(); index++) {
            check(what, (Element) elements.item(index));
        }
        return document;
    }

    private static void check(String what, Element element) {
        assertThat(element.getTagName().toLowerCase(Locale.ROOT))
                .as("element of " + what)
                .isNotIn("script", "foreignobject", "iframe", "style");
        for (int index = 0; index < element.getAttributes().getLength(); index++) {
            Node attribute = element.getAttributes().item(index);
            assertThat(attribute.getNodeName().toLowerCase(Locale.ROOT))
                    .as("attribute in " + what)
                    .doesNotStartWith("on");
            if (attribute.getNodeName().endsWith("href")) {
                assertThat(attribute.getNodeValue()).as("link in " + what).startsWith("#");
            }
        }
    }

    private static Document parse(String what, byte[] bytes) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            DocumentBuilder builder = factory.newDocumentBuilder();
            builder.setErrorHandler(new DefaultHandler() {
                @Override
                public void fatalError(SAXParseException e) throws SAXException {
                    throw e;
                }
            });
            return builder.parse(new ByteArrayInputStream(bytes));
        } catch (SAXException | IOException e) {
            throw new AssertionError(what + " is not well-formed: " + e.getMessage(), e);
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }
}
