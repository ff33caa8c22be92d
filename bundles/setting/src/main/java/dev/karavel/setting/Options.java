package dev.karavel.setting;

import dev.karavel.api.error.KaravelException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The options there are, and which of them all nodes may have in common. */
record Options(List<Option> all) {
    /** What makes a node what it is. */
    private static final Set<String> OWN_PIDS = Set.of(
            "dev.karavel.secrets",
            "dev.karavel.metadata",
            "dev.karavel.node",
            "dev.karavel.cache",
            "dev.karavel.warehouses");

    /** Files, folders and ports of a node, and what it has been told to do. */
    private static final Map<String, Set<String>> OWN_KEYS = Map.of(
            "dev.karavel.beat", Set.of("name", "lease"),
            "dev.karavel.notify.email", Set.of("certificate"),
            "dev.karavel.plugins", Set.of("trusted.certificates"),
            "dev.karavel.render",
                    Set.of("browser", "browser.profile", "browser.sandbox", "server", "server.host", "server.port"),
            "dev.karavel.security", Set.of("admin.password"),
            "dev.karavel.sqllab", Set.of("results.folder"),
            "dev.karavel.web", Set.of("behind.proxy"),
            "dev.karavel.web.brand", Set.of("logo", "favicon"),
            "dev.karavel.worker", Set.of("enabled"));

    List<Option> shared() {
        return all.stream()
                .filter(option -> !own(option.pid(), option.key()))
                .sorted(Comparator.comparing(Option::pid).thenComparing(Option::key))
                .toList();
    }

    /** @throws KaravelException INVALID_REQUEST with what there is instead */
    Option require(String pid, String key) {
        List<Option> ofPid =
                all.stream().filter(option -> option.pid().equals(pid)).toList();
        if (ofPid.isEmpty()) {
            throw KaravelException.invalid(
                    "pid",
                    "There is no configuration " + pid + "; there are "
                            + shared().stream().map(Option::pid).distinct().collect(Collectors.joining(", ")));
        }
        Option option = ofPid.stream()
                .filter(each -> each.key().equals(key))
                .findFirst()
                .orElse(null);
        if (OWN_PIDS.contains(pid) || option != null && own(pid, key)) {
            throw KaravelException.invalid(
                    "key",
                    (OWN_PIDS.contains(pid) ? pid : key + " of " + pid) + " is each node's own: change it in etc/" + pid
                            + ".cfg of the node");
        }
        if (option == null) {
            throw KaravelException.invalid(
                    "key",
                    pid + " has no key " + key + "; it has "
                            + shared().stream()
                                    .filter(each -> each.pid().equals(pid))
                                    .map(Option::key)
                                    .collect(Collectors.joining(", ")));
        }
        return option;
    }

    /**
     * Why a stored value may not hold here, or empty: another version of the server may have stored it. An option that is not
     * known yet may hold, since its bundle may still come.
     */
    String refusal(String pid, String key, String value) {
        if (own(pid, key)) {
            return "it is each node's own";
        }
        for (Option option : all) {
            if (option.pid().equals(pid) && option.key().equals(key)) {
                try {
                    option.check(value);
                } catch (KaravelException e) {
                    return e.getMessage();
                }
            }
        }
        return "";
    }

    private static boolean own(String pid, String key) {
        return OWN_PIDS.contains(pid) || OWN_KEYS.getOrDefault(pid, Set.of()).contains(key);
    }
}
