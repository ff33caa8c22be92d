package dev.karavel.metadata.entity;

import dev.karavel.api.catalog.Tag;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.Locale;

@Entity
@Table(name = "tag")
public class TagEntity extends StampedEntity<Tag> {
    @Column(name = "name")
    private String name;

    // Unique, so that "Sales" and "sales" are not two tags.
    @Column(name = "name_key")
    private String nameKey;

    @Column(name = "description")
    private String description;

    @Override
    public Tag read() {
        return new Tag(id(), uuid(), version(), name, Fields.read(description), stamp());
    }

    @Override
    public void write(Tag from, RoleLookup roles) {
        name = Fields.name("name", from.name(), 250).strip();
        nameKey = key(name);
        description = Fields.text("description", from.description(), 16_000);
        stamp(from.stamp());
    }

    public static String key(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }
}
