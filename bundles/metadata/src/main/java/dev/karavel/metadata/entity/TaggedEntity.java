package dev.karavel.metadata.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;

/** That a tag is on something; what it is on may go. */
@Entity
@Table(name = "tagged_object")
public class TaggedEntity {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private long id;

    @Column(name = "tag_id")
    private long tagId;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "tag_id", insertable = false, updatable = false)
    private TagEntity tag;

    @Column(name = "object_type")
    private String kind;

    @Column(name = "object_id")
    private long objectId;

    protected TaggedEntity() {}

    public TaggedEntity(long tagId, String kind, long objectId) {
        this.tagId = tagId;
        this.kind = kind;
        this.objectId = objectId;
    }
}
