package dev.karavel.metadata.repository;

import dev.karavel.api.catalog.RowRule;
import dev.karavel.api.catalog.RowRules;
import dev.karavel.api.catalog.Visibility;
import dev.karavel.api.event.Topics;
import dev.karavel.metadata.entity.RowRuleEntity;
import dev.karavel.metadata.list.ListColumns;
import dev.karavel.metadata.list.Where;
import dev.karavel.metadata.store.Transactions;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.event.EventAdmin;

@Component
public final class StoredRowRules extends StoredRepository<RowRuleEntity, RowRule> implements RowRules {
    private static final Kind<RowRuleEntity> KIND = new Kind<>(
            RowRuleEntity.class,
            "Row rule",
            "row_level_security_filters",
            Topics.ROW_RULE_CHANGED,
            "",
            new ListColumns("row rules", "name", false)
                    .text("name", "e.name")
                    .text("group_key", "e.group")
                    .text("description", "e.description")
                    .many("tables", "RowRuleEntity", "datasets", "")
                    .many("roles", "RowRuleEntity", "roles", ".id")
                    .order("filter_type", "e.kind")
                    .time("changed_on", "e.changedOn")
                    .order("changed_on_delta_humanized", "e.changedOn"));

    @Activate
    public StoredRowRules(@Reference Transactions transactions, @Reference EventAdmin events) {
        super(KIND, transactions, events);
    }

    @Override
    RowRuleEntity fresh() {
        return new RowRuleEntity();
    }

    @Override
    void limit(Visibility.Limited visibility, Where where) {
        where.and("1 = 0");
    }

    @Override
    public List<RowRule> ofDataset(long datasetId) {
        return findAll("e.id in (select x.id from RowRuleEntity x join x.datasets d where d = ?1)", datasetId);
    }
}
