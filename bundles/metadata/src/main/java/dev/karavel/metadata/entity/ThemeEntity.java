package dev.karavel.metadata.entity;

import dev.karavel.api.catalog.Theme;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Lob;
import jakarta.persistence.Table;

@Entity
@Table(name = "themes")
public class ThemeEntity extends StampedEntity<Theme> {
    @Column(name = "theme_name")
    private String name;

    @Lob
    @Column(name = "json_data")
    private String json;

    @Column(name = "is_system")
    private boolean system;

    @Override
    public Theme read() {
        return new Theme(id(), uuid(), version(), name, Fields.read(json), system, stamp());
    }

    @Override
    public void write(Theme from, RoleLookup roles) {
        name = Fields.name("theme_name", from.name(), 250);
        json = Fields.text("json_data", from.json());
        system = from.system();
        stamp(from.stamp());
    }
}
