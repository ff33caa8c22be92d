package dev.karavel.metadata.entity;

import dev.karavel.api.setting.SharedSetting;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Lob;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDateTime;

/** An option that is the same on every node. */
@Entity
@Table(name = "shared_setting")
public class SettingEntity {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private long id;

    @Column(name = "pid")
    private String pid;

    @Column(name = "setting_key")
    private String key;

    @Lob
    @Column(name = "setting_value")
    private String value;

    @Column(name = "changed_by")
    private String changedBy;

    @Column(name = "changed_on")
    private LocalDateTime changedOn;

    protected SettingEntity() {}

    public SettingEntity(String pid, String key) {
        this.pid = Fields.name("pid", pid, 255);
        this.key = Fields.name("key", key, 255);
    }

    public SharedSetting read() {
        return new SharedSetting(pid, key, Fields.read(value), Fields.read(changedBy), Times.instant(changedOn));
    }

    public void hold(String newValue, String who, Instant now) {
        value = Fields.text("value", newValue, 100_000);
        changedBy = Fields.text("changed_by", who, 255);
        changedOn = Times.stored(now);
    }
}
