package dev.karavel.template.value;

/** What stands where nothing is; only asked about, never used. */
public record Undefined(String what) {}
