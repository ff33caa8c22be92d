package dev.karavel.exchange.yaml;

import java.util.Map;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.Yaml;

/** Plain values as YAML, in blocks as people read it. */
public final class YamlText {
    private YamlText() {}

    public static String of(Map<String, ?> fields) {
        DumperOptions options = new DumperOptions();
        options.setDefaultFlowStyle(FlowStyle.BLOCK);
        options.setSplitLines(false);
        return new Yaml(options).dump(fields);
    }
}
