package dev.karavel.metadata.repository;

import dev.karavel.api.catalog.Theme;
import dev.karavel.api.catalog.Themes;
import dev.karavel.api.catalog.Visibility;
import dev.karavel.api.event.Topics;
import dev.karavel.metadata.entity.ThemeEntity;
import dev.karavel.metadata.list.ListColumns;
import dev.karavel.metadata.list.Where;
import dev.karavel.metadata.store.Transactions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.event.EventAdmin;

@Component
public final class StoredThemes extends StoredRepository<ThemeEntity, Theme> implements Themes {
    private static final Kind<ThemeEntity> KIND = new Kind<>(
            ThemeEntity.class,
            "theme",
            "themes",
            Topics.THEME_CHANGED,
            " left join e.creator creator left join e.changer changer",
            new ListColumns("themes", "theme_name", false)
                    .text("theme_name", "e.name")
                    .flag("is_system", "e.system")
                    .search("theme_name", "theme_all_text", "e.name", "e.json")
                    .stamped());

    @Activate
    public StoredThemes(@Reference Transactions transactions, @Reference EventAdmin events) {
        super(KIND, transactions, events);
    }

    @Override
    ThemeEntity fresh() {
        return new ThemeEntity();
    }

    /** They belong to nobody: who may read them is shown all of them. */
    @Override
    void limit(Visibility.Limited visibility, Where where) {
        where.and("1 = 0");
    }
}
