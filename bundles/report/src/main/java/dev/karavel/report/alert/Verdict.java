package dev.karavel.report.alert;

import java.util.OptionalDouble;

/**
 * What an alert's statement gave, and whether that is a reason to tell.
 *
 * @param row the row as a JSON array of one object, or empty
 * @param words the value as people read it
 */
public record Verdict(boolean fires, OptionalDouble value, String row, String words) {}
