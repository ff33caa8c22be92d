package dev.karavel.query.template;

import dev.karavel.api.error.ErrorCode;
import dev.karavel.api.error.KaravelException;
import dev.karavel.api.template.TemplateScope;
import dev.karavel.api.template.Templates;
import java.time.LocalDateTime;

/** Where templates are switched off: what would be one is refused, as in quotes it would be taken for a text. */
record NoTemplates(Templates templates) implements Templates {
    @Override
    public boolean isTemplate(String text) {
        return templates.isTemplate(text);
    }

    @Override
    public String render(String template, String field, TemplateScope scope) {
        throw new KaravelException(
                ErrorCode.STATEMENT_REFUSED,
                field,
                "Templates are switched off on this server, and this SQL holds {{, {% or {#",
                null);
    }

    @Override
    public String strftime(LocalDateTime moment, String format) {
        return templates.strftime(moment, format);
    }
}
