package dev.karavel.api.template;

import java.time.LocalDateTime;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Renders Jinja templates into SQL. A template reaches what its scope holds and nothing else, and time, memory, loops and output
 * of one rendering are bounded. Pure, and safe for several threads.
 */
@ProviderType
public interface Templates {
    /** Whether the text holds marks of a template; what holds none is rendered to itself. */
    boolean isTemplate(String text);

    /**
     * The text with its templates filled in, still to be inspected as the SQL it is. Text from outside ({@link Outside}) has its
     * quotes escaped where the template puts it into quotes; elsewhere it has to be a number or a name.
     *
     * @param field of the request, named when the template is refused
     * @throws dev.karavel.api.error.KaravelException STATEMENT_REFUSED with the line and what is wrong; what a function of the
     *     scope throws, with the line
     */
    String render(String template, String field, TemplateScope scope);

    /**
     * A moment as Python's {@code strftime} writes it, in English.
     *
     * @throws dev.karavel.api.error.KaravelException INVALID_REQUEST for a format that is not known
     */
    String strftime(LocalDateTime moment, String format);
}
