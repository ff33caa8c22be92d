package dev.karavel.metadata.entity;

import dev.karavel.api.catalog.Permission;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.Objects;

@Embeddable
public class PermissionValue {
    @Column(name = "permission_name")
    private String action;

    @Column(name = "view_menu_name")
    private String view;

    protected PermissionValue() {}

    PermissionValue(Permission from) {
        action = Fields.name("permissions", from.action(), 100);
        view = Fields.name("permissions", from.view(), 600);
    }

    Permission read() {
        return new Permission(action, view);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PermissionValue that && read().equals(that.read());
    }

    @Override
    public int hashCode() {
        return Objects.hash(action, view);
    }
}
