package dev.karavel.metadata.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Lists that stand in this bundle's XML files and shall not stand in the code again. */
final class Resources {
    private Resources() {}

    static List<String> elements(String file, String element) {
        return read(file, element, null);
    }

    static List<String> attributes(String file, String element, String attribute) {
        return read(file, element, attribute);
    }

    private static List<String> read(String file, String element, String attribute) {
        XMLInputFactory xml = XMLInputFactory.newFactory();
        xml.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        List<String> found = new ArrayList<>();
        try (InputStream bytes = Resources.class.getClassLoader().getResourceAsStream(file)) {
            XMLStreamReader reader = xml.createXMLStreamReader(bytes);
            while (reader.hasNext()) {
                if (reader.next() == XMLStreamReader.START_ELEMENT
                        && reader.getLocalName().equals(element)) {
                    found.add(attribute == null ? reader.getElementText() : reader.getAttributeValue(null, attribute));
                }
            }
            reader.close();
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        } catch (XMLStreamException e) {
            throw new IllegalStateException(file + " of this bundle is damaged", e);
        }
        return found;
    }
}
