package dev.karavel.security.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.karavel.api.catalog.RowRule;
import dev.karavel.api.catalog.RowRule.Kind;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RowConditionsTest {
    private long next = 1;

    @Test
    void aRegularRuleBindsThoseWhoHoldItsRole() {
        List<RowRule> rules = List.of(rule(Kind.REGULAR, "Europe", "region = 'EU'", ""));
        assertThat(RowConditions.of(rules, Set.of("Gamma", "Europe"))).containsExactly("region = 'EU'");
        assertThat(RowConditions.of(rules, Set.of("Gamma"))).isEmpty();
    }

    @Test
    void aBaseRuleBindsEverybodyElse() {
        List<RowRule> rules = List.of(rule(Kind.BASE, "Admin", "1 = 0", ""));
        assertThat(RowConditions.of(rules, Set.of("Gamma"))).containsExactly("1 = 0");
        assertThat(RowConditions.of(rules, Set.of("Admin"))).isEmpty();
    }

    @Test
    void rulesOfAGroupAreAlternativesAndGroupsAllHold() {
        List<RowRule> rules = List.of(
                rule(Kind.REGULAR, "Gamma", "year > 2000", "time"),
                rule(Kind.REGULAR, "Gamma", "region = 'EU'", "place"),
                rule(Kind.REGULAR, "Gamma", "region = 'US'", "place"),
                rule(Kind.REGULAR, "Gamma", "a = 1", ""),
                rule(Kind.REGULAR, "Gamma", "b = 2", ""));
        assertThat(RowConditions.of(rules, Set.of("Gamma")))
                .containsExactly("a = 1", "b = 2", "(region = 'EU') OR (region = 'US')", "year > 2000");
    }

    @Test
    void theOrderOfTheConditionsDoesNotDependOnTheOrderOfTheRules() {
        RowRule first = rule(Kind.REGULAR, "Gamma", "a = 1", "");
        RowRule second = rule(Kind.REGULAR, "Gamma", "b = 2", "");
        assertThat(RowConditions.of(List.of(second, first), Set.of("Gamma")))
                .isEqualTo(RowConditions.of(List.of(first, second), Set.of("Gamma")));
    }

    private RowRule rule(Kind kind, String role, String clause, String group) {
        return new RowRule(next++, UUID.randomUUID(), 1, "rule", kind, Set.of(1L), Set.of(role), clause, group, "");
    }
}
