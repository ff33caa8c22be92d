package dev.karavel.metadata.repository;

import dev.karavel.api.catalog.CssTemplate;
import dev.karavel.api.catalog.CssTemplates;
import dev.karavel.api.catalog.Visibility;
import dev.karavel.api.event.Topics;
import dev.karavel.metadata.entity.CssTemplateEntity;
import dev.karavel.metadata.list.ListColumns;
import dev.karavel.metadata.list.Where;
import dev.karavel.metadata.store.Transactions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.event.EventAdmin;

@Component
public final class StoredCssTemplates extends StoredRepository<CssTemplateEntity, CssTemplate> implements CssTemplates {
    private static final Kind<CssTemplateEntity> KIND = new Kind<>(
            CssTemplateEntity.class,
            "CSS template",
            "css_templates",
            Topics.CSS_TEMPLATE_CHANGED,
            " left join e.creator creator left join e.changer changer",
            new ListColumns("CSS templates", "template_name", false)
                    .text("template_name", "e.name")
                    .search("template_name", "css_template_all_text", "e.name", "e.css")
                    .stamped());

    @Activate
    public StoredCssTemplates(@Reference Transactions transactions, @Reference EventAdmin events) {
        super(KIND, transactions, events);
    }

    @Override
    CssTemplateEntity fresh() {
        return new CssTemplateEntity();
    }

    /** They belong to nobody: who may read them is shown all of them. */
    @Override
    void limit(Visibility.Limited visibility, Where where) {
        where.and("1 = 0");
    }
}
