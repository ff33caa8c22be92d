package dev.karavel.exchange;

import dev.karavel.api.catalog.Theme;
import dev.karavel.api.catalog.ThemeColors;
import dev.karavel.api.catalog.Themes;
import dev.karavel.api.error.ErrorCode;
import dev.karavel.api.error.KaravelException;
import dev.karavel.exchange.yaml.Fields;
import dev.karavel.exchange.yaml.JsonText;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Brings in themes. A dashboard does well without one, so one that cannot be had is left out and told of. */
final class ThemeImport {
    private final Themes themes;

    ThemeImport(Themes themes) {
        this.themes = themes;
    }

    void run(List<Fields> files, BooleanSupplier mayWrite, Journal journal) {
        for (Fields file : files) {
            Optional<Theme> present = themes.find(file.uuid("uuid"));
            if (present.filter(Theme::system).isPresent()) {
                continue;
            }
            if (!mayWrite.getAsBoolean()) {
                if (present.isEmpty()) {
                    journal.note("Left out " + file.file() + ": you may not make themes");
                }
                continue;
            }
            run(file, journal);
        }
    }

    private void run(Fields file, Journal journal) {
        try {
            store(file, journal);
        } catch (KaravelException e) {
            if (e.code() != ErrorCode.INVALID_REQUEST && e.code() != ErrorCode.CONFLICT) {
                throw e;
            }
            String reason = e.getMessage();
            journal.note("Left out " + (reason.startsWith(file.file()) ? reason : file.file() + ": " + reason));
        }
    }

    private void store(Fields file, Journal journal) {
        String name = file.required("theme_name");
        Map<String, Object> colors = file.map("json_data");
        ThemeColors.of(colors);
        journal.store(
                "theme",
                name,
                file,
                themes,
                present -> new Theme(
                        present.map(Theme::id).orElse(0L),
                        file.uuid("uuid"),
                        present.map(Theme::version).orElse(0),
                        name,
                        JsonText.of(colors),
                        false,
                        journal.stamp(present.map(Theme::stamp))));
    }
}
