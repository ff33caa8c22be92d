package dev.karavel.query.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.karavel.api.error.ErrorCode;
import dev.karavel.api.error.KaravelException;
import dev.karavel.api.security.Principal;
import dev.karavel.api.template.Arguments;
import dev.karavel.contract.data.Shop;
import dev.karavel.spi.data.StandardDialect;
import dev.karavel.spi.data.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PartitionMacrosTest {
    private final PartitionedWarehouse warehouse = new PartitionedWarehouse(new StandardDialect() {
        @Override
        public String id() {
            return "trino";
        }
    });
    private final List<TableName> asked = new ArrayList<>();
    private final Occasion occasion = Occasion.of(
            Shop.database("trino", Map.of()),
            Shop.virtual(warehouse.dialect(), "select 1"),
            new Principal(1, "ann", "", Set.of(), false));
    private final PartitionMacros macros =
            new PartitionMacros(occasion, new Usage(), warehouse, warehouse.runner(), (table, who) -> asked.add(table));

    private Object call(String function, List<Object> positional, Map<String, Object> named) {
        return macros.functions().get(function).call(new Arguments(function, positional, named));
    }

    @Test
    void theNewestPartitionIsReadFromTheTableOfPartitions() {
        assertThat(call("latest_partitions", List.of("logs.visits"), Map.of()).toString())
                .isEqualTo("[2024-05-01, 7]");
        assertThat(call("latest_partition", List.of("logs.visits"), Map.of()).toString())
                .isEqualTo("2024-05-01");
        assertThat(warehouse.statements().get(0))
                .isEqualTo("SELECT \"ds\", \"hour\"\nFROM \"logs\".\"visits$partitions\"\n"
                        + "ORDER BY \"ds\" DESC, \"hour\" DESC\nLIMIT 1");
        assertThat(asked).extracting(TableName::name).containsOnly("visits");
    }

    @Test
    void theNewestSubPartitionOfAGivenOne() {
        call("latest_sub_partition", List.of("visits\" --"), Map.of("ds", "2024' OR 1=1 --"));
        assertThat(warehouse.statements().get(0))
                .isEqualTo("SELECT \"hour\"\nFROM \"visits\"\" --$partitions\"\nWHERE \"ds\" = '2024'' OR 1=1 --'\n"
                        + "ORDER BY \"hour\" DESC\nLIMIT 1");
    }

    @Test
    void aTableTheAskerMayNotReadIsNotAsked() {
        PartitionMacros refusing =
                new PartitionMacros(occasion, new Usage(), warehouse, warehouse.runner(), (table, who) -> {
                    throw new KaravelException(ErrorCode.FORBIDDEN, "No");
                });
        assertThatThrownBy(() -> refusing.functions()
                        .get("latest_partition")
                        .call(new Arguments("latest_partition", List.of("visits"), Map.of())))
                .hasMessage("No");
        assertThat(warehouse.statements()).isEmpty();
    }

    @Test
    void theyAreNotAskedWithoutEnd() {
        assertThatThrownBy(() -> {
                    for (int i = 0; i < 100; i++) {
                        call("latest_partition", List.of("visits"), Map.of());
                    }
                })
                .hasMessageContaining("more than 50 times");
    }
}
