package dev.karavel.metadata.entity;

import dev.karavel.api.catalog.PluginRecord;
import jakarta.persistence.Basic;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Lob;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Optional;

/** A plugin that was uploaded or switched off. */
@Entity
@Table(name = "plugins")
public class PluginEntity {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private long id;

    @Column(name = "symbolic_name")
    private String symbolicName;

    @Column(name = "bundle_version")
    private String bundleVersion;

    @Column(name = "digest")
    private String digest;

    // Lazy: lists are read often, jars have megabytes.
    @Lob
    @Basic(fetch = FetchType.LAZY)
    @Column(name = "jar")
    private byte[] jar;

    @Column(name = "size_bytes")
    private long size;

    @Column(name = "enabled")
    private boolean enabled;

    @Column(name = "removed_on")
    private LocalDateTime removedOn;

    @Column(name = "changed_by")
    private String changedBy;

    @Column(name = "changed_on")
    private LocalDateTime changedOn;

    protected PluginEntity() {}

    public PluginEntity(String symbolicName, String version) {
        this.symbolicName = Fields.name("plugin", symbolicName, 255);
        bundleVersion = Fields.name("version", version, 100);
        digest = "";
        enabled = true;
    }

    public PluginRecord read() {
        return new PluginRecord(
                symbolicName,
                bundleVersion,
                Fields.read(digest),
                size,
                enabled,
                Optional.ofNullable(removedOn).map(Times::instant),
                Fields.read(changedBy),
                Times.instant(changedOn));
    }

    public byte[] jar() {
        return jar == null ? null : jar.clone();
    }

    public boolean uploaded() {
        return !Fields.read(digest).isEmpty();
    }

    public void hold(String newDigest, byte[] bytes) {
        digest = newDigest;
        jar = bytes.clone();
        size = bytes.length;
        enabled = true;
    }

    public void enable(boolean on) {
        enabled = on;
    }

    public void remove(Instant now) {
        removedOn = Times.stored(now);
    }

    public void restore() {
        removedOn = null;
    }

    public void changed(String who, Instant now) {
        changedBy = Fields.text("changed_by", who, 255);
        changedOn = Times.stored(now);
    }
}
