package dev.karavel.render;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.karavel.api.catalog.Dashboard;
import dev.karavel.api.catalog.Theme;
import dev.karavel.api.catalog.ThemeColors;
import dev.karavel.api.catalog.Themes;
import dev.karavel.api.error.KaravelException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What dashboards wear: the colours of their themes. */
final class Wardrobe {
    private static final Logger LOG = LoggerFactory.getLogger(Wardrobe.class);

    private final Themes themes;

    Wardrobe(Themes themes) {
        this.themes = themes;
    }

    /** Colours by token; none where it has no theme, or one that says nothing. */
    Map<String, String> tones(Dashboard dashboard, boolean dark) {
        return dashboard
                .theme()
                .flatMap(themes::find)
                .map(theme -> tones(theme, dark))
                .orElse(Map.of());
    }

    private static Map<String, String> tones(Theme theme, boolean dark) {
        try {
            ThemeColors colors = ThemeColors.of(Plugins.JSON.convertValue(
                    Plugins.object(theme.json()), new TypeReference<Map<String, Object>>() {}));
            return dark ? colors.dark() : colors.light();
        } catch (KaravelException e) {
            LOG.warn("Theme {} is left out of pictures: {}", theme.name(), e.getMessage());
            return Map.of();
        }
    }

    /** What tells a theme's state from its former ones, by the theme's id. */
    Map<Long, String> states(Collection<Dashboard> dashboards) {
        List<Long> ids = dashboards.stream()
                .flatMap(each -> each.theme().stream())
                .distinct()
                .toList();
        Map<Long, String> states = new HashMap<>();
        if (!ids.isEmpty()) {
            themes.find(ids).forEach(theme -> states.put(theme.id(), theme.version() + theme.json()));
        }
        return states;
    }
}
