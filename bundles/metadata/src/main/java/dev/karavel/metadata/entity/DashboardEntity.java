package dev.karavel.metadata.entity;

import dev.karavel.api.catalog.Dashboard;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.Lob;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

@Entity
@Table(name = "dashboards")
public class DashboardEntity extends TrashableEntity<Dashboard> {
    @Column(name = "dashboard_title")
    private String title;

    @Column(name = "slug")
    private String slug;

    @Column(name = "description")
    private String description;

    @Lob
    @Column(name = "position_json")
    private String position;

    @Lob
    @Column(name = "json_metadata")
    private String metadata;

    @Lob
    @Column(name = "css")
    private String css;

    @Column(name = "published")
    private boolean published;

    @Column(name = "certified_by")
    private String certifiedBy;

    @Column(name = "certification_details")
    private String certificationDetails;

    @Column(name = "theme_id")
    private Long theme;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "dashboard_slices", joinColumns = @JoinColumn(name = "dashboard_id"))
    @Column(name = "slice_id")
    @OrderColumn(name = "ordinal")
    private List<Long> charts = new ArrayList<>();

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "dashboard_user", joinColumns = @JoinColumn(name = "dashboard_id"))
    @Column(name = "user_id")
    private Set<Long> owners = new HashSet<>();

    @ManyToMany(fetch = FetchType.EAGER)
    @JoinTable(
            name = "dashboard_roles",
            joinColumns = @JoinColumn(name = "dashboard_id"),
            inverseJoinColumns = @JoinColumn(name = "role_id"))
    private Set<RoleEntity> roles = new HashSet<>();

    @Override
    public Dashboard read() {
        return new Dashboard(
                id(),
                uuid(),
                version(),
                title,
                Optional.ofNullable(slug),
                Fields.read(description),
                Fields.read(position),
                Fields.read(metadata),
                Fields.read(css),
                published,
                Fields.read(certifiedBy),
                Fields.read(certificationDetails),
                // a deleted chart leaves a gap
                charts.stream().filter(Objects::nonNull).toList(),
                owners,
                RoleEntity.names(roles),
                Optional.ofNullable(theme),
                stamp());
    }

    @Override
    public void write(Dashboard from, RoleLookup lookup) {
        title = Fields.text("dashboard_title", from.title(), 500);
        slug = Fields.text("slug", from.slug().filter(text -> !text.isBlank()), 255);
        description = Fields.text("description", from.description(), 16_000);
        position = Fields.text("position_json", from.position());
        metadata = Fields.text("json_metadata", from.metadata());
        css = Fields.text("css", from.css());
        published = from.published();
        certifiedBy = Fields.text("certified_by", from.certifiedBy(), 1_000);
        certificationDetails = Fields.text("certification_details", from.certificationDetails(), 16_000);
        List<Long> wanted = List.copyOf(new LinkedHashSet<>(from.charts()));
        if (!charts.equals(wanted)) {
            charts = new ArrayList<>(wanted);
        }
        Fields.replace(owners, from.owners());
        Fields.replace(roles, lookup.named(from.roles()));
        theme = from.theme().orElse(null);
        stamp(from.stamp());
    }
}
