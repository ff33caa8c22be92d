package dev.karavel.template.value;

import java.util.Map;

/** The one thing a loop can change from within: {@code {% set ns.total = 1 %}}. */
public record Namespace(Map<String, Object> values) {}
