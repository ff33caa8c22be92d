package dev.karavel.metadata.entity;

import dev.karavel.api.catalog.Database;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Lob;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.Table;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

@Entity
@Table(name = "dbs")
public class DatabaseEntity extends StampedEntity<Database> {
    @Column(name = "database_name")
    private String name;

    @Column(name = "backend")
    private String backend;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "dbs_setting", joinColumns = @JoinColumn(name = "database_id"))
    @MapKeyColumn(name = "setting_name")
    @Column(name = "setting_value")
    private Map<String, String> settings = new HashMap<>();

    @Column(name = "cache_timeout")
    private Integer cacheTimeout;

    @Column(name = "expose_in_sqllab")
    private boolean exposeInSqlLab;

    @Column(name = "allow_dml")
    private boolean allowDml;

    @Column(name = "allow_file_upload")
    private boolean allowFileUpload;

    @Lob
    @Column(name = "extra")
    private String extra;

    @Override
    public Database read() {
        return new Database(
                id(),
                uuid(),
                version(),
                name,
                backend,
                settings,
                Optional.ofNullable(cacheTimeout),
                exposeInSqlLab,
                allowDml,
                allowFileUpload,
                Fields.read(extra),
                stamp());
    }

    @Override
    public void write(Database from, RoleLookup roles) {
        name = Fields.name("database_name", from.name(), 250);
        backend = Fields.name("backend", from.backend(), 100);
        settings.keySet().retainAll(from.settings().keySet());
        from.settings()
                .forEach((key, value) -> settings.put(
                        Fields.name("parameters", key, 100), Fields.text("parameters." + key, value, 16_000)));
        cacheTimeout = from.cacheTimeout().orElse(null);
        exposeInSqlLab = from.exposeInSqlLab();
        allowDml = from.allowDml();
        allowFileUpload = from.allowFileUpload();
        extra = Fields.text("extra", from.extra());
        stamp(from.stamp());
    }
}
