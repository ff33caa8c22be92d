package dev.karavel.metadata.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDateTime;

/** That somebody marked something; it points at nothing but its owner, so that what it marks may go. */
@Entity
@Table(name = "favstar")
public class FavoriteEntity {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private long id;

    @Column(name = "user_id")
    private long userId;

    @Column(name = "class_name")
    private String kind;

    @Column(name = "obj_id")
    private long objectId;

    @Column(name = "dttm")
    private LocalDateTime markedOn;

    protected FavoriteEntity() {}

    public FavoriteEntity(long userId, String kind, long objectId, Instant now) {
        this.userId = userId;
        this.kind = kind;
        this.objectId = objectId;
        markedOn = Times.stored(now);
    }
}
