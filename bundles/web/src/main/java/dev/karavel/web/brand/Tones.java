package dev.karavel.web.brand;

import dev.karavel.api.catalog.ThemeColors;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Colours of one theme.
 *
 * @param chosen those that differ from ours
 * @param faults what was not understood, and what people could not read
 */
record Tones(Map<String, String> chosen, List<String> faults) {
    /** Ours, as {@code tokens.css} of the pages has them: only to measure the chosen ones against. */
    static final Map<String, String> DAY = Map.of(
            "page",
            "#f6f7f9",
            "surface",
            "#ffffff",
            "ink",
            "#1b2330",
            "ink-2",
            "#576173",
            "ink-3",
            "#677084",
            "accent",
            "#0f6e84",
            "accent-soft",
            "#e1f1f4",
            "on-accent",
            "#ffffff");

    static final Map<String, String> NIGHT = Map.of(
            "page",
            "#10141b",
            "surface",
            "#181e27",
            "ink",
            "#e6eaf1",
            "ink-2",
            "#a5afbf",
            "ink-3",
            "#8994a6",
            "accent",
            "#4fb3c8",
            "accent-soft",
            "#17343c",
            "on-accent",
            "#06222a");

    private static final double LEAST = 4.5;

    /** What is written on what. */
    private static final List<List<String>> PAIRS = List.of(
            List.of("ink", "page"),
            List.of("ink", "surface"),
            List.of("ink-2", "surface"),
            List.of("ink-3", "surface"),
            List.of("accent", "surface"),
            List.of("accent", "accent-soft"),
            List.of("on-accent", "accent"));

    Tones {
        chosen = Map.copyOf(chosen);
        faults = List.copyOf(faults);
    }

    static Tones read(String text, Map<String, String> ours) {
        Map<String, String> chosen = new TreeMap<>();
        List<String> faults = new ArrayList<>();
        for (String part : text.strip().split("[\\s,;]+")) {
            String[] cells = part.toLowerCase(Locale.ROOT).split("=", 2);
            if (part.isEmpty()) {
                continue;
            }
            if (cells.length == 2
                    && ThemeColors.TOKEN.matcher(cells[0]).matches()
                    && ThemeColors.COLOR.matcher(cells[1]).matches()) {
                chosen.put(cells[0], cells[1]);
            } else {
                faults.add(part + " is no colour such as accent=#0f6e84; it is left out");
            }
        }
        if (!chosen.isEmpty()) {
            Map<String, String> all = new HashMap<>(ours);
            all.putAll(chosen);
            for (List<String> pair : PAIRS) {
                double contrast = contrast(all.get(pair.get(0)), all.get(pair.get(1)));
                if (contrast < LEAST) {
                    faults.add(String.format(
                            Locale.ROOT,
                            "%s on %s has a contrast of %.1f, people need at least %.1f to read it",
                            pair.get(0),
                            pair.get(1),
                            contrast,
                            LEAST));
                }
            }
        }
        return new Tones(chosen, faults);
    }

    /** As WCAG measures it. */
    static double contrast(String one, String other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(String color) {
        int rgb = Integer.parseInt(color.substring(1), 16);
        return 0.2126 * linear(rgb >> 16 & 255) + 0.7152 * linear(rgb >> 8 & 255) + 0.0722 * linear(rgb & 255);
    }

    private static double linear(int part) {
        double share = part / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }
}
