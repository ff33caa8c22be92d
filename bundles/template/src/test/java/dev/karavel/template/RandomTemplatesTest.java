package dev.karavel.template;

import static org.assertj.core.api.Assertions.assertThat;

import dev.karavel.api.error.KaravelException;
import dev.karavel.api.template.Outside;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import org.junit.jupiter.api.Test;

/** Whatever people type is rendered or refused by words; nothing of Java's shows. */
class RandomTemplatesTest extends Rendering {
    private static final int TEMPLATES = 20_000;

    private static final List<String> VALUES = List.of(
            "'a'",
            "\"b'c\"",
            "''",
            "1",
            "-2",
            "0",
            "3.5",
            "1e300",
            "9223372036854775807",
            "none",
            "true",
            "[]",
            "[1, 'x']",
            "{}",
            "{'k': 'v', 1: [2]}",
            "columns",
            "from_dttm",
            "to_dttm",
            "table",
            "missing",
            "evil()",
            "filter_values('region')",
            "get_filters('x')",
            "range(3)",
            "loop",
            "loop.index",
            "namespace(a=1)",
            "dict(b=2)",
            "url_param",
            "('x', evil())",
            "[[1, 2], [3, 4]]",
            "[{'n': 1}, {'n': 'z'}]",
            "m",
            "m(1)");
    private static final List<String> AFTER = List.of(
            "|upper",
            "|join(',')",
            "|length",
            "|first",
            "|last",
            "|sort",
            "|list",
            "|tojson",
            "|int",
            "|float",
            "|abs",
            "|round(2)",
            "|sum",
            "|min",
            "|max",
            "|unique",
            "|reverse",
            "|map('upper')",
            "|map(attribute='n')",
            "|select('even')",
            "|reject('none')",
            "|selectattr('n', 'eq', 1)",
            "|where_in",
            "|default('d')",
            "|string",
            "|replace('a', 'b')",
            "|trim",
            "|format(1)",
            "|dictsort",
            "|items",
            "|to_datetime('%Y')",
            "|title",
            ".upper()",
            ".split('a')",
            ".join(['x', 1])",
            ".items()",
            ".get('k')",
            ".keys()",
            ".append(1)",
            ".pop()",
            ".pop(-3)",
            ".strftime('%Y-%j %p')",
            ".isoformat()",
            ".replace(day=31)",
            ".replace('', 'x', 2)",
            ".format(1, k=2)",
            ".count('a')",
            ".index(1)",
            ".insert(-9, 2)",
            ".update({'z': 1})",
            ".zfill(5)",
            ".strip('a')",
            ".n",
            ".year",
            ".k",
            "[0]",
            "[-1]",
            "[9]",
            "['k']",
            "[1:]",
            "[::-1]",
            "[5:-9:2]",
            "[:1:0]",
            "()",
            "(1)",
            " is defined",
            " is none",
            " is even",
            " is in [1]",
            " is string",
            " is divisibleby 0");
    private static final List<String> BETWEEN = List.of(
            " + ",
            " - ",
            " * ",
            " / ",
            " // ",
            " % ",
            " ** ",
            " ~ ",
            " == ",
            " < ",
            " in ",
            " not in ",
            " and ",
            " or ",
            " if ",
            ", ",
            " else ",
            " | ",
            ".",
            ":");
    private static final List<String> AROUND = List.of(
            "{{ § }}",
            "'{{ § }}'",
            "{% if § %}x{% endif %}",
            "{% for i in § %}{{ i }}{{ loop.index }}{% else %}n{% endfor %}",
            "{% set v = § %}{{ v }}",
            "{% set a, b = § %}{{ a ~ b }}",
            "{% for k, v in § if k %}{{ v }}{% endfor %}",
            "{% with w = § %}{{ w }}{% endwith %}",
            "{% macro m(p, q=§) %}{{ p }}{{ q }}{% endmacro %}{{ m(1) }}",
            "{% do § %}",
            "{% set n = namespace(x=§) %}{% set n.x = § %}{{ n.x }}",
            "{{ '%s %d' % § }}",
            "{{ '{} {0}'.format(§) }}",
            "{{ § -}} {#- c -#} {%- raw %}{{ § }}{% endraw %}",
            "{{ (§) }",
            "{{ §",
            "{% § %}");

    private final Random random = new Random(20_240_501);

    RandomTemplatesTest() {
        functions.put("evil", arguments -> new Outside("e' OR 1=1 --"));
    }

    @Test
    void everyTemplateIsRenderedOrRefused() {
        int rendered = 0;
        for (int i = 0; i < TEMPLATES; i++) {
            String template = template();
            try {
                String sql = render(template);
                // within the quotes of a name a single one is a character like others
                boolean loose = sql.contains("e' OR 1=1") && !sql.contains("\"");
                assertThat(loose).as(template).isFalse();
                rendered++;
            } catch (KaravelException e) {
                assertThat(e.getMessage()).as(template).doesNotContain("java.", "dev.karavel", "Exception");
            } catch (RuntimeException e) {
                throw new AssertionError(template, e);
            }
        }
        assertThat(rendered).isGreaterThan(TEMPLATES / 20);
    }

    private String template() {
        StringBuilder all = new StringBuilder();
        for (int i = random.nextInt(3); i >= 0; i--) {
            String around = pick(AROUND);
            while (around.contains("§")) {
                around = around.replaceFirst("§", Matcher.quoteReplacement(expression()));
            }
            all.append(around);
        }
        return all.toString();
    }

    private String expression() {
        StringBuilder all = new StringBuilder(pick(VALUES));
        for (int i = random.nextInt(3); i > 0; i--) {
            all.append(pick(AFTER));
        }
        if (random.nextInt(3) == 0) {
            all.append(pick(BETWEEN)).append(pick(VALUES)).append(random.nextBoolean() ? pick(AFTER) : "");
        }
        return all.toString();
    }

    private String pick(List<String> from) {
        return from.get(random.nextInt(from.size()));
    }
}
