package dev.karavel.viz.house;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.framework.BundleContext;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleWiring;

/** Which packages a manifest asks for that nobody here offers. */
final class Imports {
    private Imports() {}

    static List<String> missing(String header, BundleContext context) {
        if (header == null) {
            return List.of();
        }
        Set<String> offered = Arrays.stream(context.getBundles())
                .map(bundle -> bundle.adapt(BundleWiring.class))
                .filter(wiring -> wiring != null)
                .flatMap(wiring -> wiring.getCapabilities(PackageNamespace.PACKAGE_NAMESPACE).stream())
                .map(BundleCapability::getAttributes)
                .map(attributes -> String.valueOf(attributes.get(PackageNamespace.PACKAGE_NAMESPACE)))
                .collect(Collectors.toSet());
        return clauses(header).stream()
                .filter(clause ->
                        !clause.contains("resolution:=optional") && !clause.contains("resolution:=\"optional\""))
                .map(clause -> clause.split(";", 2)[0].strip())
                .filter(name -> !name.isEmpty() && !name.startsWith("java.") && !offered.contains(name))
                .toList();
    }

    /** Parts between commas that stand outside of quotation marks. */
    static List<String> clauses(String header) {
        List<String> clauses = new ArrayList<>();
        StringBuilder clause = new StringBuilder();
        boolean quoted = false;
        for (char letter : header.toCharArray()) {
            quoted ^= letter == '"';
            if (letter == ',' && !quoted) {
                clauses.add(clause.toString());
                clause.setLength(0);
            } else {
                clause.append(letter);
            }
        }
        clauses.add(clause.toString());
        return clauses;
    }
}
