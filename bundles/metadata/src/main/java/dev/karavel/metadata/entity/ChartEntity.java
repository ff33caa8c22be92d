package dev.karavel.metadata.entity;

import dev.karavel.api.catalog.Chart;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Lob;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

@Entity
@Table(name = "slices")
public class ChartEntity extends TrashableEntity<Chart> {
    @Column(name = "slice_name")
    private String name;

    @Column(name = "viz_type")
    private String vizType;

    @Column(name = "datasource_id")
    private long datasetId;

    // The same column as a relation, for lists ordered or searched by the dataset's name.
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "datasource_id", insertable = false, updatable = false)
    private DatasetEntity dataset;

    @Lob
    @Column(name = "params")
    private String params;

    @Lob
    @Column(name = "query_context")
    private String queryContext;

    @Column(name = "description")
    private String description;

    @Column(name = "cache_timeout")
    private Integer cacheTimeout;

    @Column(name = "certified_by")
    private String certifiedBy;

    @Column(name = "certification_details")
    private String certificationDetails;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "slice_user", joinColumns = @JoinColumn(name = "slice_id"))
    @Column(name = "user_id")
    private Set<Long> owners = new HashSet<>();

    @Override
    public Chart read() {
        return new Chart(
                id(),
                uuid(),
                version(),
                name,
                vizType,
                datasetId,
                Fields.read(params),
                Optional.ofNullable(queryContext),
                Fields.read(description),
                Optional.ofNullable(cacheTimeout),
                Fields.read(certifiedBy),
                Fields.read(certificationDetails),
                owners,
                stamp());
    }

    @Override
    public void write(Chart from, RoleLookup roles) {
        name = Fields.name("slice_name", from.name(), 250);
        vizType = Fields.name("viz_type", from.vizType(), 250);
        datasetId = from.datasetId();
        params = Fields.text("params", from.params());
        queryContext = Fields.text("query_context", from.queryContext());
        description = Fields.text("description", from.description(), 16_000);
        cacheTimeout = from.cacheTimeout().orElse(null);
        certifiedBy = Fields.text("certified_by", from.certifiedBy(), 1_000);
        certificationDetails = Fields.text("certification_details", from.certificationDetails(), 16_000);
        Fields.replace(owners, from.owners());
        stamp(from.stamp());
    }
}
