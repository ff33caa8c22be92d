package dev.karavel.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.karavel.api.error.ErrorCode;
import dev.karavel.api.error.KaravelException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SupersetTemplatesTest extends Rendering {
    @ParameterizedTest
    @CsvSource(
            delimiter = '§',
            quoteCharacter = '¤',
            value = {
                // texts as Python's
                "{{ 'abc'.upper() }}{{ 'ABC'.lower() }}{{ ' a '.strip() }}|§ABCabca|",
                "{{ 'a,b,c'.split(',') }}§['a', 'b', 'c']",
                "{{ 'a,b,c'.split(',', 1)[1] }}{{ 'a b  c'.split() | length }}§b,c3",
                "{{ 'a-b'.replace('-', '_') }}{{ 'aaa'.replace('a', 'b', 2) }}§a_bbba",
                "{{ 'abc'.startswith('ab') }}{{ 'abc'.endswith(('x','c')) }}§TrueTrue",
                "{{ 'x {} of {b:>3}'.format(1, b=2) }}{{ '{:.2f}'.format(1.239) }}{{ '{:,}'.format(1234567) }}§x 1 of   21.241,234,567",
                "{{ '%s and %03d%%' % ('a', 7) }}{{ '%s'|format('z') }}{{ '%(k)s' % {'k': 3} }}§a and 007%z3",
                "{{ 'hello world'.title() }} {{ 'hELLO'.capitalize() }}§Hello World Hello",
                "{{ 'abcdef'[1:3] }}{{ 'abc'[::-1] }}{{ 'abc'[-1] }}{{ [1,2,3][:2] }}§bccbac[1, 2]",
                "{{ 'a' * 3 }}{{ 'a' ~ 1 ~ none }}{{ 'a' 'b' }}§aaaa1Noneab",
                "{{ '7'.zfill(3) }}{{ 'a.b'.rsplit('.', 1)[0] }}{{ 'x1'.isalpha() }}§007aFalse",
                // numbers
                "{{ 7 // 2 }} {{ 7 / 2 }} {{ -7 % 3 }} {{ 2 ** 10 }} {{ 1e3 }} {{ 0.1 + 0.2 }}§3 3.5 2 1024 1000.0 0.30000000000000004",
                "{{ 3.7|int }}{{ '12'|int + 1 }}{{ 'x'|int(5) }}{{ 2.5|round }}{{ -3|abs }}§31353.03",
                // lists and dictionaries
                "{% set l = [] %}{% do l.append(1) %}{% set _ = l.append('b') %}{{ l }}§[1, 'b']",
                "{% for k, v in {'a': 1, 'b': 2}.items() %}{{ k }}={{ v }}{{ ',' if not loop.last }}{% endfor %}§a=1,b=2",
                "{{ {'a': 1}.get('b', 9) }}{{ {'a': 1}['a'] }}{{ {'a': 1}.a }}{{ {'a': 1}.keys()|list }}§911['a']",
                "{{ [3,1,2]|sort|join('-') }}{{ [1,1,2]|unique|list }}{{ [1,2]|sum }}{{ ['b','a']|min }}§1-2-3[1, 2]3a",
                "{{ [{'n': 'x'}, {'n': 'y'}]|map(attribute='n')|join }}{{ ['a']|map('upper')|first }}§xyA",
                "{{ [1,2,3,4]|select('even')|list }}{{ [0,1]|select|list }}{{ [1,2]|reject('gt', 1)|list }}§[2, 4][1][1]",
                // logic
                "{{ 'a' in ['a'] and 1 < 2 <= 2 and not false }}{{ none or 'x' }}{{ 'b' not in 'abc' }}§TruexFalse",
                "{% if 1 > 2 %}a{% elif 2 > 1 %}b{% else %}c{% endif %}§b",
                "{{ missing|default('x') }}{{ missing is defined }}{{ table is defined }}{{ ''|default('e', true) }}§xFalseTruee",
                "{% for i in range(3) %}{{ loop.index }}{{ i }}{% else %}none{% endfor %}{% for i in [] %}{% else %}none{% endfor %}§102132none",
                "{% for i in range(10) if i is odd %}{{ i }}{{ '|' if loop.last else ',' }}{% endfor %}§1,3,5,7,9|",
                "{% set n = namespace(t=0) %}{% for i in [1,2] %}{% set n.t = n.t + i %}{% endfor %}{{ n.t }}§3",
                "{% set x = 1 %}{% for i in [5] %}{% set x = i %}{% endfor %}{{ x }}§1",
                "{% set a, b = 1, 2 %}{{ b }}{% set c %}<{{ a }}>{% endset %}{{ c }}{% with z = 9 %}{{ z }}{% endwith %}§2<1>9",
                "{% macro m(a, b='y') %}[{{ a }}{{ b }}]{% endmacro %}{{ m('x') }}{{ m('x', b='z') }}§[xy][xz]",
                "a{#- comment -#} b {%- if true -%} c {%- endif -%} d§abcd",
                "{% raw %}{{ not }} {% this %}{% endraw %}§{{ not }} {% this %}",
                "{{ {'a': {'b': [1, none, true]}}|tojson }}§{\"a\": {\"b\": [1, null, true]}}",
                "{{ \"it's <b>\"|tojson }}§\"it\\u0027s \\u003cb\\u003e\"",
                // moments
                "{{ from_dttm }} {{ from_dttm.isoformat() }} {{ from_dttm.strftime('%Y/%m/%d %H:%M %b') }}§2024-01-31 09:05:00 2024-01-31T09:05:00 2024/01/31 09:05 Jan",
                "{{ from_dttm.strftime('%-d.%-m. %I %p %A %j') }}{{ '2024-02-03 04:05:06'|to_datetime }}{{ '3/2/24'|to_datetime('%-d/%-m/%y') }}§31.1. 09 AM Wednesday 0312024-02-03 04:05:062024-02-03 00:00:00",
                "{{ from_dttm.year }}{{ from_dttm.date() }}{{ from_dttm.weekday() }}{{ to_dttm is none }}§20242024-01-312True",
            })
    void templatesSayWhatJinjaSays(String template, String expected) {
        assertThat(render(template)).isEqualTo(expected);
    }

    @Test
    void valuesOfFiltersAreEscapedWhereverTheTemplatePutsThem() {
        assertThat(render("x in ({{ \"'\" + \"','\".join(filter_values('region')) + \"'\" }})"))
                .isEqualTo("x in ('north','O''Brien')");
        assertThat(render("x in ('{{ \"', '\".join(filter_values('region')) }}')"))
                .isEqualTo("x in ('north', 'O''Brien')");
        assertThat(render("x in {{ filter_values('region')|where_in }}")).isEqualTo("x in ('north', 'O''Brien')");
        assertThat(
                        render(
                                "{% for v in filter_values('region') %}x = '{{ v|upper }}'{{ ' or ' if not loop.last }}{% endfor %}"))
                .isEqualTo("x = 'NORTH' or x = 'O''BRIEN'");
        assertThat(render("x = any(array{{ filter_values('region') }})"))
                .isEqualTo("x = any(array['north', 'O''Brien'])");
        assertThat(render("x = '{{ filter_values(\"region\")|tojson }}'"))
                .isEqualTo("x = '[\"north\", \"O\\u0027Brien\"]'");
    }

    @Test
    void filtersAreGoneThroughAsSupersetShowsIt() {
        String template = """
                {%- for f in get_filters('region', ) -%}
                  {%- if f.get('op') == 'IN' -%}
                    AND {{ f.get('col') }} IN ( {{ "'" + "', '".join(f.get('val')) + "'" }} )
                  {%- endif -%}
                {%- endfor -%}""";
        assertThat(render(template)).isEqualTo("AND region IN ( 'north', 'south' )");
    }

    @Test
    void whatIsWrongIsToldWithItsLine() {
        assertThatThrownBy(() -> render("select 1\nfrom t\nwhere {{ nobody }}"))
                .isInstanceOfSatisfying(KaravelException.class, failure -> {
                    assertThat(failure.code()).isEqualTo(ErrorCode.STATEMENT_REFUSED);
                    assertThat(failure.field()).isEqualTo("sql");
                })
                .hasMessageContaining("line 3")
                .hasMessageContaining("\"nobody\"")
                .hasMessageContaining("from_dttm");
        assertThatThrownBy(() -> render("{% if true %}")).hasMessageContaining("endif");
        assertThatThrownBy(() -> render("{{ 'a'.reverse() }}")).hasMessageContaining("no method reverse()");
        assertThatThrownBy(() -> render("\n{{ 1 | hash }}")).hasMessageContaining("no filter \"hash\"");
        assertThatThrownBy(() -> render("{{ to_dttm.isoformat() }}")).hasMessageContaining("None has no method");
        assertThatThrownBy(() -> render("{{ url_param() }}")).hasMessageContaining("url_param() needs its name");
        assertThatThrownBy(() -> render("{{ url_param(nam='x') }}")).hasMessageContaining("no argument nam");
        assertThatThrownBy(() -> render("{{ 1 / 0 }}")).hasMessageContaining("Division by zero");
    }
}
