package dev.karavel.viz.plugin;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class StaticImportsTest {
    @Test
    void importsAreFollowedNearestFirstAndEachIsToldOnce() {
        Map<String, byte[]> files = files(Map.of(
                "pie/index.js",
                """
                import { a } from '../shared/a.js';
                import b,{c as d}
                  from "../shared/b.js";
                export * from './own.js';
                """,
                "pie/own.js",
                "import '../shared/a.js';const later = () => import('../shared/late.js');",
                "shared/a.js",
                "import{x}from'./deep.js'",
                "shared/b.js",
                "import * as all from './a.js'",
                "shared/deep.js",
                "import '../pie/index.js'",
                "shared/late.js",
                ""));

        assertThat(StaticImports.of("pie/index.js", files))
                .containsExactly("shared/a.js", "shared/b.js", "pie/own.js", "shared/deep.js");
    }

    @Test
    void whatIsNotThereOrLeavesThePluginIsLeftOut() {
        Map<String, byte[]> files = files(Map.of(
                "pie/index.js",
                "import './gone.js'; import '../../../etc/passwd'; import 'echarts'; import './a b%.js';"));

        assertThat(StaticImports.of("pie/index.js", files)).isEmpty();
    }

    private static Map<String, byte[]> files(Map<String, String> texts) {
        Map<String, byte[]> files = new TreeMap<>();
        texts.forEach((path, text) -> files.put(path, text.getBytes(UTF_8)));
        return files;
    }
}
