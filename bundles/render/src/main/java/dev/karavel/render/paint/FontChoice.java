package dev.karavel.render.paint;

import com.github.weisj.jsvg.parser.DomElement;
import com.github.weisj.jsvg.parser.DomProcessor;
import com.github.weisj.jsvg.parser.TextContent;
import java.util.List;

/** Names for each text the one font that can write it: Java knows most weights as families of their own, and bold as one of the family. */
final class FontChoice implements DomProcessor {
    private final Fonts fonts;

    FontChoice(Fonts fonts) {
        this.fonts = fonts;
    }

    @Override
    public void process(DomElement root) {
        choose(root, "", "");
    }

    private void choose(DomElement element, String weight, String family) {
        String ownWeight = element.attribute("font-weight", weight);
        String ownFamily = element.attribute("font-family", family);
        if (element.tagName().equals("text") || element.tagName().equals("tspan")) {
            StringBuilder text = new StringBuilder();
            collect(element, text);
            Fonts.Choice choice = fonts.choice(text.toString(), ownWeight, ownFamily.contains("mono"));
            element.setAttribute("font-family", choice.family());
            element.setAttribute("font-weight", choice.bold() ? "700" : "400");
        }
        for (DomElement child : element.children()) {
            choose(child, ownWeight, ownFamily);
        }
    }

    private static void collect(DomElement element, StringBuilder text) {
        List<? extends DomElement> children = element.children();
        for (int after = -1; after < children.size(); after++) {
            for (TextContent.Segment segment : element.textContent().contentAfterChildIndex(after)) {
                text.append(segment.text());
            }
        }
        children.forEach(child -> collect(child, text));
    }
}
