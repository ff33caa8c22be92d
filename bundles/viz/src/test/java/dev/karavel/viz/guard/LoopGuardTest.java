package dev.karavel.viz.guard;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LoopGuardTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                while (a) b();                            | while (G()&&(a)) b();
                while(a,b){c()}                           | while(G()&&(a,b)){c()}
                do { a() } while (b)                      | do { a() } while (G()&&(b))
                for (;;) a();                             | for (;G();) a();
                for (let i=0;i<n;i++) a(i)                | for (let i=0;G()&&(i<n);i++) a(i)
                for (const x of y) { a(x) }               | for (const x of y) {G(); a(x) }
                for (const x of y) a(x);                  | for (const x of G.each( y)) a(x);
                for (const k in y) { a(k) }               | for (const k in y) {G(); a(k) }
                for (const k in y) a(k);                  | for (const k in y) a(k);
                for await (const x of y) { a(x) }         | for await (const x of y) {G(); a(x) }
                for (const [a, b = {c: 1}] of f(x)) g(a)  | for (const [a, b = {c: 1}] of G.each( f(x))) g(a)
                while (x) for (const y of z) w()          | while (G()&&(x)) for (const y of G.each( z)) w()
                if (a) /while (b)/.test(c)                | if (a) /while (b)/.test(c)
                x = (a) / while_ / 2                      | x = (a) / while_ / 2
                x = `${(() => { while (a) b() })()} for(` | x = `${(() => { while (G()&&(a)) b() })()} for(`
                """)
    void headOfEachLoopLooksAtTheClock(String script, String guarded) {
        assertThat(LoopGuard.withChecks(script).replace("__karavel_guard__", "G"))
                .isEqualTo(guarded);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "// while (a) b()",
                "/* for (;;) */ x()",
                "'while (a)' + \"for (;;)\" + `for (;;) ${1} while (a)`",
                "x.while(a); x.for(b); y?.for(c)",
                "/[/]while (a)\\//g.exec(x)",
                "a = b / c; while_ (d); e = f / g",
                "const o = {for: 1, while: 2}",
                "a++ / 2; while_(b) / 3",
                "const whileTrue = (a) => a;",
                "'unfinished"
            })
    void whatOnlyLooksLikeALoopIsLeftAlone(String script) {
        assertThat(LoopGuard.withChecks(script)).isEqualTo(script);
        assertThat(new String(LoopGuard.guarded(script.getBytes(UTF_8), "p"), UTF_8))
                .doesNotContain("guard");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                a(); // one               | a();
                a/* one */b               | a b
                /** one */ a              | a
                '// no' + `/* no ${b}`    | '// no' + `/* no ${b}`
                x = /[/]\\/\\/a/.test(b)   | x = /[/]\\/\\/a/.test(b)
                /*! a licence */ a        | /*! a licence */ a
                """)
    void commentsAreLeftOut(String script, String bare) {
        String served = new String(LoopGuard.guarded(script.getBytes(UTF_8), "p"), UTF_8);
        assertThat(served.strip()).isEqualTo(bare);
    }

    @Test
    void linesStayWhereTheyAreAndTheErrorNamesThePlugin() {
        String script = "const a = 1;\n/*\n two\n*/\nwhile (a) {\n}\n";
        String guarded = new String(LoopGuard.guarded(script.getBytes(UTF_8), "org.acme' + x 1.0.0"), UTF_8);
        assertThat(guarded.lines()).hasSameSizeAs(script.lines().toList());
        assertThat(guarded).contains("'org.acme_ _ x 1.0.0'");
    }

    @Test
    void largeAndForeignFilesAreLeftAlone() {
        assertThat(LoopGuard.covers("pie/index.js", 9_000)).isTrue();
        assertThat(LoopGuard.covers("shared/x.mjs", 9_000)).isTrue();
        assertThat(LoopGuard.covers("maps/vendor/maplibre.js", 9_000)).isFalse();
        assertThat(LoopGuard.covers("vendor/deck.js", 9_000)).isFalse();
        assertThat(LoopGuard.covers("maps/lib.min.js", 9_000)).isFalse();
        assertThat(LoopGuard.covers("maps/lib.js", 900_000)).isFalse();
        assertThat(LoopGuard.covers("pie/gallery.json", 9_000)).isFalse();
    }
}
