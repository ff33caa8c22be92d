package dev.karavel.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.karavel.api.error.KaravelException;
import dev.karavel.template.run.Budget;
import java.util.Collections;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Templates that want all the memory or all the time. */
@Timeout(value = 20, unit = TimeUnit.SECONDS)
class ExhaustionTest extends Rendering {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{ 'a' * 1000000000 }}",
                "{{ 1000000000 * 'a' }}",
                "{{ 'a' * 9223372036854775807 }}",
                "{{ [1] * 1000000000 }}",
                "{{ [] * 1000000000 ~ ('a' * 100000000) }}",
                "{{ range(1000000000) }}",
                "{{ range(0, 1000000000, 1)|list|length }}",
                "{{ range(9223372036854775806, 9223372036854775807, 1000) }}{{ range(20000) }}",
                "{% for i in range(100000) %}x{% endfor %}",
                "{% for i in range(10000) %}{% for j in range(10000) %}{% endfor %}{% endfor %}",
                "{% for i in range(9999) %}{% for j in range(9999) %}{% set x = 'aaaaaaaaaa' ~ i %}{% endfor %}{% endfor %}",
                "{% set n = namespace(s='a') %}{% for i in range(100) %}{% set n.s = n.s ~ n.s %}{% endfor %}",
                "{% set n = namespace(s='a') %}{% for i in range(100) %}{% set n.s = n.s + n.s %}{% endfor %}",
                "{% set n = namespace(s='a') %}{% for i in range(100) %}{% set n.s = n.s.replace('a', 'aaaaaaaa') %}{% endfor %}",
                "{% set n = namespace(s='a') %}{% for i in range(100) %}{% set n.s = '%s%s' % (n.s, n.s) %}{% endfor %}",
                "{% set n = namespace(s='a') %}{% for i in range(100) %}{% set n.s = '{0}{0}{0}'.format(n.s) %}{% endfor %}",
                "{% set n = namespace(s='a') %}{% for i in range(100) %}{% set n.s = [n.s, n.s]|join %}{% endfor %}",
                "{% set n = namespace(s='a') %}{% for i in range(100) %}{% set n.s = [n.s, n.s]|string %}{% endfor %}",
                "{% set n = namespace(s='a') %}{% for i in range(100) %}{% set n.s = [n.s, n.s]|tojson %}{% endfor %}",
                "{% set l = [1] %}{% for i in range(100) %}{% do l.extend(l) %}{% endfor %}",
                "{% set n = namespace(l=[1]) %}{% for i in range(100) %}{% set n.l = n.l + n.l %}{% endfor %}",
                "{% set n = namespace(l=[1]) %}{% for i in range(100) %}{% set n.l = [n.l, n.l] %}{% endfor %}{{ n.l }}",
                "{% set l = [] %}{% do l.append(l) %}{{ l }}",
                "{% set l = [] %}{% do l.append(l) %}{{ l|tojson }}",
                "{% set l = [] %}{% do l.append(l) %}{{ url_param(l) }}",
                "{% set l = [] %}{% do l.append(l) %}{% set m = [] %}{% do m.append(m) %}{{ l == m }}",
                "{% set d = {} %}{% do d.update({'d': d}) %}{{ d }}",
                "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
                "{% macro a() %}{{ b() }}{% endmacro %}{% macro b() %}{{ a() }}{{ a() }}{% endmacro %}{{ a() }}",
                "{% macro m(x) %}{% if x %}{{ m(x - 1) }}{{ m(x - 1) }}{% endif %}{% endmacro %}{{ m(19) }}{{ m(19) }}{{ m(19) }}",
                "{{ 10 ** 1000000000 }}",
                "{{ 10 ** 1000 }}",
                "{{ 10.0 ** 400 }}",
                "{{ 99999999999999999999 }}",
                "{{ 9223372036854775807 + 1 }}",
                "{{ '%1000000000s' % 'a' }}",
                "{{ '%.1000000000f' % 1 }}",
                "{{ '{:>1000000000}'.format('a') }}",
                "{{ '{:1000000000d}'.format(1) }}",
                "{{ 'a'.zfill(1000000000) }}",
                "{{ 1.0|round(1000000000) }}",
                "{{ 'a'|indent(1000000000) }}",
                "{{ 'a'.ljust(1000000000) }}",
                "{{ 'a'.center(1000000000) }}",
                "{{ 'a'.expandtabs(1000000000) }}",
                "{{ '1e999999999'|int }}{{ 'a' * ('999999999'|int) }}",
                "{{ ('a' * 100000)|list|map('upper')|map('list')|list|map('first')|list|sort|join * 1000 }}",
                "{{ [[1] * 5000] * 5000 | length }}{{ ([[1] * 5000] * 500)|string }}",
                "{{ from_dttm.strftime('%Y' * 100000) }}",
            })
    void whatIsTooMuchIsRefusedInTime(String template) {
        assertThatThrownBy(() -> render(template)).isInstanceOf(KaravelException.class);
    }

    @Test
    void deepNestingIsRefusedBeforeTheStackEnds() {
        for (String deep : new String[] {
            "{{ " + "(".repeat(5_000) + "1" + ")".repeat(5_000) + " }}",
            "{{ " + "[".repeat(5_000) + "]".repeat(5_000) + " }}",
            "{{ " + "not ".repeat(5_000) + "1 }}",
            "{{ " + "-".repeat(5_000) + "1 }}",
            "{% if 1 %}".repeat(5_000) + "{% endif %}".repeat(5_000),
            "{% if 0 %}" + "{% elif 0 %}".repeat(5_000) + "{% endif %}",
            "{{ " + "{'a':".repeat(5_000) + "1" + "}".repeat(5_000) + " }}"
        }) {
            assertThatThrownBy(() -> render(deep)).isInstanceOf(KaravelException.class);
        }
        for (String wide : new String[] {
            "{{ 1" + " + 1".repeat(40_000) + " }}",
            "{{ 'a'" + "|upper".repeat(25_000) + " }}",
            "{{ 'a'" + ".upper()".repeat(20_000) + " }}",
            "{{ 1" + " if 1 else 1".repeat(15_000) + " }}"
        }) {
            assertThatThrownBy(() -> render(wide)).isInstanceOf(KaravelException.class);
        }
        assertThatThrownBy(() -> render("{{ 1 }}".repeat(100_000))).hasMessageContaining("longer than");
    }

    @Test
    void aTemplateEndsWhenItsTimeIsOver() {
        JinjaTemplates hurried = JinjaTemplates.within(
                new Budget.Limits(Long.MAX_VALUE / 2, 20_000_000L, Long.MAX_VALUE / 2, Integer.MAX_VALUE, 20));
        String endless = "{% for i in range(1000000) %}{% for j in range(1000) %}{{ j }}{% endfor %}{% endfor %}";
        assertThatThrownBy(() -> hurried.render(endless, "sql", scope(STANDARD)))
                .hasMessageContaining("milliseconds");
    }

    @Test
    void whatFunctionsGiveCountsToo() {
        functions.put("much", arguments -> Collections.nCopies(1000, "a".repeat(1000)));
        functions.put("slow", arguments -> {
            LockSupport.parkNanos(300_000_000);
            return "";
        });
        assertThatThrownBy(() -> render("{% for i in range(9) %}{% set x = much() %}{% endfor %}"))
                .hasMessageContaining("characters");
        assertThatThrownBy(() -> render("{% for i in range(200) %}{% set x = slow() %}{% endfor %}"))
                .hasMessageContaining("milliseconds");
    }

    @Test
    void commonWorkIsWellWithinTheLimits() {
        assertThat(render("{% for i in range(5000) %}'{{ i }}'{{ ', ' if not loop.last }}{% endfor %}"))
                .hasSizeGreaterThan(30_000);
    }
}
