package dev.karavel.api.viz;

/**
 * A chart type that would be drawn by somebody else, or by nobody, without a plugin.
 *
 * @param instead plugin and version that would take over, or empty: charts of that type would show a placeholder
 */
public record PluginLoss(String vizType, String title, String instead) {}
