package dev.karavel.metadata.entity;

import dev.karavel.api.catalog.CssTemplate;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Lob;
import jakarta.persistence.Table;

@Entity
@Table(name = "css_templates")
public class CssTemplateEntity extends StampedEntity<CssTemplate> {
    @Column(name = "template_name")
    private String name;

    @Lob
    @Column(name = "css")
    private String css;

    @Override
    public CssTemplate read() {
        return new CssTemplate(id(), uuid(), version(), name, Fields.read(css), stamp());
    }

    @Override
    public void write(CssTemplate from, RoleLookup roles) {
        name = Fields.name("template_name", from.name(), 250);
        css = Fields.text("css", from.css());
        stamp(from.stamp());
    }
}
