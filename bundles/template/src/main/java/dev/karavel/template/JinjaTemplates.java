package dev.karavel.template;

import dev.karavel.api.error.ErrorCode;
import dev.karavel.api.error.KaravelException;
import dev.karavel.api.template.TemplateScope;
import dev.karavel.api.template.Templates;
import dev.karavel.template.output.SqlOutput;
import dev.karavel.template.parse.TemplateParser;
import dev.karavel.template.run.Budget;
import dev.karavel.template.run.Run;
import dev.karavel.template.run.Statement;
import dev.karavel.template.run.TemplateFault;
import dev.karavel.template.value.Moments;
import dev.karavel.template.value.Values;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** Templates in an engine of our own, whose values and functions are all named in it: there is nothing else to reach. */
@Component
public final class JinjaTemplates implements Templates {
    private static final int LONGEST = 200_000;
    private static final int REMEMBERED = 500;
    private static final int LONGEST_REMEMBERED = 20_000;

    private final Budget.Limits limits;
    private final Map<String, Statement> parsed = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Statement> eldest) {
            return size() > REMEMBERED;
        }
    };

    @Activate
    public JinjaTemplates() {
        this(Budget.Limits.usual());
    }

    private JinjaTemplates(Budget.Limits limits) {
        this.limits = limits;
    }

    static JinjaTemplates within(Budget.Limits limits) {
        return new JinjaTemplates(limits);
    }

    @Override
    public boolean isTemplate(String text) {
        return text.contains("{{") || text.contains("{%") || text.contains("{#");
    }

    @Override
    public String render(String template, String field, TemplateScope scope) {
        if (!isTemplate(template)) {
            return template;
        }
        Map<String, Object> variables = new HashMap<>();
        scope.variables().forEach((name, value) -> variables.put(name, Values.in(value)));
        Run run = new Run(scope, variables, new Budget(limits));
        try {
            statement(template).render(run);
            return SqlOutput.of(run.written(), scope.dialect());
        } catch (TemplateFault e) {
            int line = e.line() == 0 ? run.line() : e.line();
            throw new KaravelException(
                    ErrorCode.STATEMENT_REFUSED, field, "Template, line " + line + ": " + e.getMessage(), e);
        } catch (StackOverflowError e) {
            throw new KaravelException(ErrorCode.STATEMENT_REFUSED, field, "The template is nested too deeply", e);
        } catch (KaravelException e) {
            throw placed(e, field, run.line());
        }
    }

    @Override
    public String strftime(LocalDateTime moment, String format) {
        try {
            return Moments.strftime(moment, format);
        } catch (TemplateFault e) {
            throw KaravelException.invalid("", e.getMessage());
        }
    }

    private static KaravelException placed(KaravelException failure, String field, int line) {
        String message = failure.getMessage().startsWith("Template, line ")
                ? failure.getMessage()
                : "Template, line " + line + ": " + failure.getMessage();
        String where = failure.field().isEmpty() ? field : failure.field();
        return new KaravelException(failure.code(), where, message, failure);
    }

    private Statement statement(String template) {
        if (template.length() > LONGEST) {
            throw new TemplateFault(1, "The template is longer than " + LONGEST + " characters");
        }
        synchronized (parsed) {
            Statement known = parsed.get(template);
            if (known != null) {
                return known;
            }
        }
        Statement statement = TemplateParser.parse(template);
        if (template.length() <= LONGEST_REMEMBERED) {
            synchronized (parsed) {
                parsed.put(template, statement);
            }
        }
        return statement;
    }
}
