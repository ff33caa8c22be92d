package dev.karavel.api.setting;

/**
 * An option that may be set for all nodes at once.
 *
 * @param title what it means, for people
 * @param standard its value where nobody says anything
 */
public record SharedOption(String pid, String key, String title, String standard) {}
