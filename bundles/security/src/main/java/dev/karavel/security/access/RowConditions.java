package dev.karavel.security.access;

import dev.karavel.api.catalog.RowRule;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Row rules → conditions: those of one group are alternatives, groups and ungrouped rules all have to hold. */
final class RowConditions {
    private RowConditions() {}

    static List<String> of(List<RowRule> rules, Set<String> roles) {
        Map<String, List<String>> groups = new LinkedHashMap<>();
        rules.stream()
                .filter(rule -> binds(rule, roles))
                .sorted(Comparator.comparing(RowRule::group).thenComparing(RowRule::id))
                .forEach(rule -> groups.computeIfAbsent(key(rule), group -> new ArrayList<>())
                        .add(rule.clause().trim()));
        return groups.values().stream().map(RowConditions::anyOf).toList();
    }

    private static boolean binds(RowRule rule, Set<String> roles) {
        boolean listed = !Collections.disjoint(rule.roles(), roles);
        return switch (rule.kind()) {
            case REGULAR -> listed;
            case BASE -> !listed;
        };
    }

    private static String key(RowRule rule) {
        return rule.group().isBlank() ? "rule " + rule.id() : "group " + rule.group();
    }

    private static String anyOf(List<String> clauses) {
        return clauses.size() == 1
                ? clauses.get(0)
                : clauses.stream().map(clause -> "(" + clause + ")").collect(Collectors.joining(" OR "));
    }
}
