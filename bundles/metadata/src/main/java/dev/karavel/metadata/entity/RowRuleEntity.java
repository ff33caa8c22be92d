package dev.karavel.metadata.entity;

import dev.karavel.api.catalog.RowRule;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.Lob;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.Table;
import java.util.HashSet;
import java.util.Set;

@Entity
@Table(name = "row_level_security_filters")
public class RowRuleEntity extends StoredEntity<RowRule> {
    @Column(name = "name")
    private String name;

    @Enumerated(EnumType.STRING)
    @Column(name = "filter_type")
    private RowRule.Kind kind;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "rls_filter_tables", joinColumns = @JoinColumn(name = "rls_filter_id"))
    @Column(name = "table_id")
    private Set<Long> datasets = new HashSet<>();

    @ManyToMany(fetch = FetchType.EAGER)
    @JoinTable(
            name = "rls_filter_roles",
            joinColumns = @JoinColumn(name = "rls_filter_id"),
            inverseJoinColumns = @JoinColumn(name = "role_id"))
    private Set<RoleEntity> roles = new HashSet<>();

    @Lob
    @Column(name = "clause")
    private String clause;

    @Column(name = "group_key")
    private String group;

    @Column(name = "description")
    private String description;

    @Override
    public RowRule read() {
        return new RowRule(
                id(),
                uuid(),
                version(),
                name,
                kind,
                datasets,
                RoleEntity.names(roles),
                clause,
                Fields.read(group),
                Fields.read(description));
    }

    @Override
    public void write(RowRule from, RoleLookup lookup) {
        name = Fields.name("name", from.name(), 255);
        kind = from.kind();
        Fields.replace(datasets, from.datasets());
        Fields.replace(roles, lookup.named(from.roles()));
        clause = Fields.name("clause", from.clause(), 1_000_000);
        group = Fields.text("group_key", from.group(), 255);
        description = Fields.text("description", from.description(), 16_000);
    }
}
