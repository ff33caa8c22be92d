package dev.karavel.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.karavel.api.template.Outside;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What somebody sends stays a value, however the template handles it. */
class InjectionTest extends Rendering {
    private static final String EVIL = "x' OR 1=1 --";
    private static final String SAFE = "x'' OR 1=1 --";

    InjectionTest() {
        functions.put("evil", arguments -> new Outside(EVIL));
        functions.put("evils", arguments -> List.of(new Outside(EVIL), new Outside("b'")));
        functions.put("quote", arguments -> new Outside("{:'>9}%s'"));
        functions.put("number", arguments -> new Outside("-42.5"));
        functions.put("name", arguments -> new Outside("main.region"));
        functions.put("minus", arguments -> new Outside("-1"));
        functions.put("backslash", arguments -> new Outside("\\' OR 1=1 #"));
    }

    @Test
    void withinQuotesItIsEscapedOnceWhateverIsDoneToIt() {
        for (String template : new String[] {
            "'{{ evil() }}'",
            "'{{ evil() ~ '' }}'",
            "'{{ '' + evil() }}'",
            "{{ \"'\" ~ evil() ~ \"'\" }}",
            "{{ \"'%s'\" % evil() }}",
            "{{ \"'%s'\"|format(evil()) }}",
            "{{ \"'{}'\".format(evil()) }}",
            "{{ \"'{a}'\".format(a=evil()) }}",
            "'{{ [evil()]|join }}'",
            "'{{ ''.join([evil()]) }}'",
            "'{{ evil()|string|safe }}'",
            "'{{ evil()|trim }}'",
            "'{{ evil().strip() }}'",
            "'{{ evil()[:] }}'",
            "'{{ evil()|replace('y', 'z') }}'",
            "'{{ (evil(), 1)[0] }}'",
            "'{{ {'a': evil()}.a }}'",
            "'{{ {'a': evil()}.values()|first }}'",
            "'{% for c in evil() %}{{ c }}{% endfor %}'",
            "'{% for k in {evil(): 1} %}{{ k }}{% endfor %}'",
            "'{% set x %}{{ evil() }}{% endset %}{{ x }}'",
            "'{% macro m(a) %}{{ a }}{% endmacro %}{{ m(evil()) }}'",
            "'{{ evil()|list|join }}'",
            "'{{ evil().split(' ')|join(' ') }}'",
            "'{{ evil()|reverse|reverse }}'",
            "'{{ evil() if evil() else '' }}'",
            "'{{ evil() or '' }}'",
            "'{{ missing|default(evil()) }}'",
            "'{% set n = namespace(v=evil()) %}{{ n.v }}'",
            "'{{ [evil()]|first }}'",
            "'{{ [evil()]|sort|last }}'",
            "'{{ evil()|map('string')|join }}'",
        }) {
            assertThat(render(template)).as(template).isEqualTo("'" + SAFE + "'");
        }
    }

    @Test
    void partsOfWhatIsMixedStayApart() {
        assertThat(render("x in ({{ \"'\" ~ evils()|join(\"','\") ~ \"'\" }})"))
                .isEqualTo("x in ('" + SAFE + "','b''')");
        assertThat(render("'{{ ('a' ~ evil())|upper }}'")).isEqualTo("'AX'' OR 1=1 --'");
        assertThat(render("'{{ ('a' ~ evil())[0:3] }}'")).isEqualTo("'ax'''");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{ evil() }}",
                "a = {{ evil() }}",
                "{{ ('\\'' ~ evil() ~ '\\'')|upper }}",
                "{{ ('\\'' ~ evil() ~ '\\'')|replace('a', 'b') }}",
                "{{ ('\\'' ~ evil() ~ '\\'') * 2 }}",
                "{{ \"'V'\"|replace('V', evil()) }}",
                "{{ evil()|replace(\"'\", '') }}",
                "{{ evil() ~ '' }}",
                "{{ evils()|join(' ') }}",
                "{{ evil()|tojson }}",
                "{{ quote().format('a') }}",
                "{{ quote() % 'a' }}",
                "{{ 'a'|replace('a', quote()) }}",
                "{{ quote()|list|first }}",
                "1 -{{ minus() }}",
                "{{ name() ~ ' or ' ~ evil() }}",
                "{{ evil()|title }}",
                "{{ from_dttm.strftime(evil()) }}",
            })
    void outsideOfQuotesItIsANumberOrANameOrRefused(String template) {
        assertThatThrownBy(() -> render(template)).hasMessageContaining("outside of quotes");
    }

    @Test
    void numbersAndNamesStandInTheOpen() {
        assertThat(render("{{ number() }} + {{ name() }} {{ evil()|length }} {{ number()|float }}"))
                .isEqualTo("-42.5 + main.region 12 -42.5");
    }

    @Test
    void commentsHoldNothingFromOutside() {
        assertThat(render("select 1 -- {{ evil() }}\n, 2")).isEqualTo("select 1 -- \n, 2");
        assertThat(render("select 1 /* {{ evil() }} */")).isEqualTo("select 1 /*  */");
        assertThat(render("select 1 /*/ {{ evil() }} */, '{{ evil() }}'"))
                .isEqualTo("select 1 /*/  */, '" + SAFE + "'");
    }

    @Test
    void namesInQuotesAreNotLeftEither() {
        functions.put("evil", arguments -> new Outside("a\" from secrets --"));
        assertThat(render("select \"{{ evil() }}\"")).isEqualTo("select \"a\"\" from secrets --\"");
    }

    @Test
    void quotesThatOnlyLookOpenAreReadAsTheWarehouseReadsThem() {
        assertThat(render("select '-- ', '{{ evil() }}'")).isEqualTo("select '-- ', '" + SAFE + "'");
        assertThat(render("select 'it''s {{ evil() }}'")).isEqualTo("select 'it''s " + SAFE + "'");
        assertThat(render("select \"o'clock\", '{{ evil() }}'")).isEqualTo("select \"o'clock\", '" + SAFE + "'");
    }

    @Test
    void backslashesAreEscapedWhereTheyEscape() {
        Backslashes dialect = new Backslashes();
        assertThat(render("'{{ backslash() }}'", dialect)).isEqualTo("'\\\\'' OR 1=1 #'");
        assertThatThrownBy(() -> render("'\\{{ evil() }}'", dialect)).hasMessageContaining("backslash");
        assertThat(render("select 1 # {{ evil() }}", dialect)).isEqualTo("select 1 # ");
        assertThat(render("select 'a\\'', '{{ evil() }}'", dialect)).isEqualTo("select 'a\\'', '" + SAFE + "'");
    }
}
