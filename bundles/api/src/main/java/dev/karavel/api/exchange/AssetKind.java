package dev.karavel.api.exchange;

/** What an export is of; it brings along what that stands on. */
public enum AssetKind {
    DATABASE("Database", "database", "Database"),
    DATASET("SqlaTable", "dataset", "Dataset"),
    CHART("Slice", "chart", "Chart"),
    DASHBOARD("Dashboard", "dashboard", "Dashboard"),
    /** All of them. */
    ASSETS("assets", "assets", "ImportExportRestApi");

    private final String type;
    private final String word;
    private final String view;

    AssetKind(String type, String word, String view) {
        this.type = type;
        this.word = word;
        this.view = view;
    }

    /** As Superset's metadata.yaml says it. */
    public String type() {
        return type;
    }

    /** For names of files and for people. */
    public String word() {
        return word;
    }

    /** What permissions to read and write it are on. */
    public String view() {
        return view;
    }
}
