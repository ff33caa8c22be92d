package dev.karavel.web.gate;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where maps may get tiles from. Browsers are told these hosts and no others; without any, maps are drawn from what the
 * server itself has.
 *
 * @param tiles addresses with {z}, {x}, {y}, or of styles; the first is what a map shows that names none
 * @param hosts as in addresses, a leading "*." for all below
 * @param mapboxKey a public one, which every signed-in person's browser is told; empty for none
 * @param attribution what the owner of the tiles wants written on them
 */
public record MapSources(List<String> tiles, Set<String> hosts, String mapboxKey, String attribution) {
    private static final Logger LOG = LoggerFactory.getLogger(MapSources.class);
    private static final Pattern HOST = Pattern.compile("(\\*\\.)?[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:[0-9]{1,5})?");
    private static final String MAPBOX = "api.mapbox.com";

    public MapSources {
        tiles = List.copyOf(tiles);
        hosts = java.util.Collections.unmodifiableSet(new LinkedHashSet<>(hosts));
    }

    static MapSources none() {
        return new MapSources(List.of(), Set.of(), "", "");
    }

    /** What a person wrote: a wrong address or host is left out with a warning, so that a typing error opens nothing. */
    static MapSources read(String tiles, String hosts, String mapboxKey, String attribution) {
        List<String> addresses = new ArrayList<>();
        Set<String> allowed = new LinkedHashSet<>();
        for (String address : parts(tiles)) {
            String host = hostOf(address);
            if (HOST.matcher(host).matches()) {
                addresses.add(address);
                allowed.add(host);
            } else {
                LOG.warn(
                        "KARAVEL_MAP_TILES: {} is left out: an address like https://host/{{z}}/{{x}}/{{y}}.png is needed",
                        address);
            }
        }
        for (String host : parts(hosts)) {
            if (HOST.matcher(host.toLowerCase(Locale.ROOT)).matches()) {
                allowed.add(host.toLowerCase(Locale.ROOT));
            } else {
                LOG.warn("KARAVEL_MAP_HOSTS: {} is left out: a host name is needed, without https:// and path", host);
            }
        }
        if (!mapboxKey.isBlank()) {
            allowed.add(MAPBOX);
        }
        return new MapSources(addresses, allowed, mapboxKey.trim(), attribution.trim());
    }

    /** For a content security policy: a space before each; empty without any. */
    String policy() {
        StringBuilder policy = new StringBuilder();
        hosts.forEach(host -> policy.append(" https://").append(host));
        return policy.toString();
    }

    /** For pages of signed-in people. */
    public Map<String, Object> told() {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("tiles", tiles);
        told.put("hosts", List.copyOf(hosts));
        told.put("mapboxKey", mapboxKey);
        told.put("attribution", attribution);
        return told;
    }

    private static String hostOf(String address) {
        String plain =
                address.replace("{s}.", "*.").replaceAll("\\{[a-z]+}", "0").replace("//*.", "//");
        try {
            URI uri = URI.create(plain);
            String host = uri.getAuthority();
            if (!"https".equals(uri.getScheme()) || host == null || uri.getUserInfo() != null) {
                return "";
            }
            return (address.contains("{s}.") ? "*." : "") + host.toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    private static List<String> parts(String list) {
        return Pattern.compile("[\\s]+")
                .splitAsStream(list)
                .map(part -> part.endsWith(",") ? part.substring(0, part.length() - 1) : part)
                .filter(part -> !part.isBlank())
                .toList();
    }
}
