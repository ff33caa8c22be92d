package dev.karavel.viz.descriptor;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whether this server and a descriptor suit each other. */
final class Negotiation {
    private static final List<String> UNDERSTOOD = List.of("1");
    private static final Pattern AT_LEAST = Pattern.compile(">=\\s*(\\d{1,6}(\\.\\d{1,6}){0,2})");

    private Negotiation() {}

    /** @param host version of this server, or empty where nobody knows, as in the kit */
    static void check(Fields fields, String host) throws Refused {
        contract(fields);
        JsonNode requires = fields.node().path("requires");
        if (requires.isMissingNode()) {
            return;
        }
        Matcher wanted = AT_LEAST.matcher(requires.path("host").asText());
        if (!wanted.matches()) {
            throw fields.refused("requires", "{\"host\": \">=0.1\"} is the form, not " + requires);
        }
        if (!host.isEmpty() && older(host, wanted.group(1))) {
            throw fields.refused(
                    "requires.host", "Karavel " + wanted.group(1) + " or newer is needed; this is " + host);
        }
    }

    /** One version, or all that the module works with. */
    private static void contract(Fields fields) throws Refused {
        JsonNode given = fields.node().path("contract");
        List<String> offered = new ArrayList<>();
        (given.isArray() ? given : List.of(given)).forEach(each -> offered.add(each.isTextual() ? each.asText() : ""));
        if (offered.stream().noneMatch(UNDERSTOOD::contains)) {
            throw fields.refused(
                    "contract",
                    "version " + given + " is unknown; this server understands \"" + String.join("\", \"", UNDERSTOOD)
                            + "\"");
        }
    }

    private static boolean older(String version, String than) {
        String[] mine = version.split("\\.");
        String[] wanted = than.split("\\.");
        for (int part = 0; part < wanted.length; part++) {
            int number = part < mine.length ? Integer.parseInt(mine[part]) : 0;
            if (number != Integer.parseInt(wanted[part])) {
                return number < Integer.parseInt(wanted[part]);
            }
        }
        return false;
    }
}
