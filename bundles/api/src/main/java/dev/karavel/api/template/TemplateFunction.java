package dev.karavel.api.template;

import org.osgi.annotation.versioning.ConsumerType;

/** What a template can call. Gives one of the values of a {@link TemplateScope}. */
@ConsumerType
@FunctionalInterface
public interface TemplateFunction {
    /** @throws dev.karavel.api.error.KaravelException which reaches the caller, with the template's line in front */
    Object call(Arguments arguments);
}
