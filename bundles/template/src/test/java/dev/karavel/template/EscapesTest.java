package dev.karavel.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.karavel.api.error.ErrorCode;
import dev.karavel.api.error.KaravelException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ways out of a template's box, as they are known of Jinja2, Jinjava, Twig, Pebble, Freemarker and Thymeleaf. */
class EscapesTest extends Rendering {
    @ParameterizedTest
    @ValueSource(
            strings = {
                // Python's ladder from a text to the operating system
                "{{ ''.__class__ }}",
                "{{ ''.__class__.__mro__[1].__subclasses__() }}",
                "{{ ''['__class__'] }}",
                "{{ ''[\"__cla\" \"ss__\"] }}",
                "{{ ''['__cla' ~ 'ss__']['__mro__'] }}",
                "{{ ''['\\x5f\\x5fclass\\x5f\\x5f'] }}",
                "{{ ''|attr('__class__') }}",
                "{{ ''|attr('\\x5f\\x5fclass\\x5f\\x5f')|attr('__base__') }}",
                "{{ [].__class__.__base__ }}",
                "{{ {}.__class__.__bases__[0] }}",
                "{{ [''] | map(attribute='__class__') | list }}",
                "{{ [{'a': 1}] | map(attribute='a.__class__') | list }}",
                "{{ [''] | map('attr', '__class__') | list }}",
                "{{ [''] | groupby('__class__') }}",
                "{{ [{'a': ''}] | selectattr('a.__class__') | list }}",
                "{{ [{'a': ''}, {'a': ''}] | sort(attribute='__class__') }}",
                "{{ [{'a': ''}] | sum(attribute='__class__') }}",
                "{{ url_param.__globals__ }}",
                "{{ url_param.__globals__['os'].popen('id').read() }}",
                "{{ url_param.__init__.__globals__.__builtins__ }}",
                "{{ range.__self__ }}",
                "{{ cycler.__init__.__globals__.os.popen('id').read() }}",
                "{{ joiner.__init__.__globals__.os }}",
                "{{ namespace.__init__.__globals__ }}",
                "{{ lipsum.__globals__['os'].system('id') }}",
                "{{ config.items() }}",
                "{{ self._TemplateReference__context }}",
                "{{ self.__dict__ }}",
                "{{ request.application.__globals__ }}",
                "{{ get_flashed_messages.__globals__ }}",
                "{{ g.pop.__globals__ }}",
                "{% set x = ''.__class__ %}",
                "{% for c in ''.__class__.__mro__ %}{{ c }}{% endfor %}",
                "{% if ''.__class__ %}x{% endif %}",
                "{% with a = ''.__class__ %}{{ a }}{% endwith %}",
                "{{ '{0.__class__}'.format('') }}",
                "{{ '{0.__class__.__init__.__globals__}'.format(url_param) }}",
                "{{ '{a[__class__]}'.format(a={}) }}",
                "{{ '{:{}}'.format(1, '__class__') }}",
                "{{ '%(__class__)s' % {} }}",
                "{{ ''.format_map({}) }}",
                "{{ ''.encode('utf-8') }}",
                "{{ 'os'|import }}",
                "{{ __import__('os') }}",
                "{{ eval('1') }}",
                "{{ exec('1') }}",
                "{{ open('/etc/passwd').read() }}",
                "{{ getattr('', '__class__') }}",
                "{{ type('') }}",
                "{{ vars() }}",
                "{{ dict.mro() }}",
                "{{ loop }}",
                // Java's, as Jinjava, Freemarker and others let them pass
                "{{ ''.getClass() }}",
                "{{ ''.getClass().forName('java.lang.Runtime') }}",
                "{{ 'a'.class }}",
                "{{ 'a'.class.forName('java.lang.Runtime') }}",
                "{{ 'a'['class'] }}",
                "{{ 'a'.toUpperCase() }}",
                "{{ 'a'.bytes }}",
                "{{ 'a'.chars() }}",
                "{{ 'a'.repeat(20000000) }}",
                "{{ 'a'.hashCode() }}",
                "{{ 'a'.matches('(a+)+$') }}",
                "{{ [1].getClass().getProtectionDomain() }}",
                "{{ [1].stream() }}",
                "{{ {}.entrySet() }}",
                "{{ {}.computeIfAbsent('a', url_param) }}",
                "{{ 1.class }}",
                "{{ 1.0.isNaN() }}",
                "{{ true.class }}",
                "{{ from_dttm.getClass() }}",
                "{{ from_dttm.class.classLoader }}",
                "{{ from_dttm.atZone('UTC') }}",
                "{{ from_dttm['class'] }}",
                "{{ url_param.getClass() }}",
                "{{ url_param.class.classLoader.loadClass('java.lang.Runtime') }}",
                "{{ url_param.call() }}",
                "{{ url_param }}",
                "{{ ____int3rpr3t3r____ }}",
                "{{ ____int3rpr3t3r____.getContext() }}",
                "{{ int3rpr3t3r.config.class }}",
                "{{ T(java.lang.Runtime).getRuntime().exec('id') }}",
                "{{ ''.getClass().forName('javax.script.ScriptEngineManager').newInstance() }}",
                "{{ new java.lang.ProcessBuilder('id').start() }}",
                "{{ 'freemarker.template.utility.Execute'?new()('id') }}",
                "{{ variable.getClass().forName('java.lang.System').getenv() }}",
                "{{ _self.env.registerUndefinedFilterCallback('exec') }}",
                "{{ ['id']|filter('system') }}",
                "{{ 'a'|forceescape }}",
                "{{ ''|getClass }}",
                "{{ loop.cycle.__func__ }}",
                // other files
                "{% include '/etc/passwd' %}",
                "{% include 'a' ignore missing %}",
                "{% import 'a' as b %}",
                "{% from 'a' import b %}",
                "{% extends 'base' %}",
                "{% block a %}{% endblock %}",
                "{% call(x) y() %}{% endcall %}",
                "{% filter upper %}a{% endfilter %}",
                "{% autoescape false %}{% endautoescape %}",
                "{% load os %}",
                "{% debug %}",
                "{% python %}import os{% endpython %}",
                "{% set loop = 1 %}",
                "{% set none = 1 %}",
                "{% set url_param.x = 1 %}",
                "{% set ''.x = 1 %}",
                "{{ url_param(*['a']) }}",
                "{{ url_param(**{'name': 'a'}) }}",
                "{{ (lambda: 1)() }}",
                "{{ [x for x in columns] }}",
                "{{ from_dttm; 1 }}",
                "{{ a := 1 }}",
                "{{ 1 }",
                "{{ }}",
                "{% %}",
                "{% for %}",
                "{% endif %}",
                "{{ 'a }}",
                "{{ (1 }}",
            })
    void nothingIsReachedBesideTheScope(String template) {
        assertThatThrownBy(() -> render(template)).isInstanceOfSatisfying(KaravelException.class, failure -> {
            assertThat(failure.code()).isIn(ErrorCode.STATEMENT_REFUSED, ErrorCode.INVALID_REQUEST);
            assertThat(failure.field()).isEqualTo("sql");
            assertThat(failure.getMessage()).startsWith("Template, line ");
            assertThat(failure.getMessage()).doesNotContain("java.", "dev.karavel");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{ {'__class__': 'mine'}['__class__'] }}",
                "{{ {'a': 1}.get('__class__', 'mine') }}",
                "{% set ns = namespace(a='mine') %}{{ ns.a }}",
                "{{ 'mine' if columns is defined else '' }}",
            })
    void whatOnlyLooksLikeAnEscapeIsAValueOfTheTemplatesOwn(String template) {
        assertThat(render(template)).isEqualTo("mine");
    }

    @Test
    void aScopeThatHoldsAnythingButValuesIsRefused() {
        for (Object bean : List.of(new Object(), Path.of("/"), Thread.currentThread(), String.class, new int[1])) {
            variables.put("bean", List.of(Map.of("inner", bean)));
            assertThatThrownBy(() -> render("{{ 1 }}")).isInstanceOf(IllegalArgumentException.class);
        }
        variables.remove("bean");
        functions.put("bean", arguments -> Runtime.getRuntime());
        assertThatThrownBy(() -> render("{{ bean() }}")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatATemplateChangesIsItsOwnCopy() {
        render("{% do columns.clear() %}{% do columns.append('x') %}");
        assertThat(render("{{ columns|length }}")).isEqualTo("2");
    }
}
