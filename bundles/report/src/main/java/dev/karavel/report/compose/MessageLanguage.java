package dev.karavel.report.compose;

import dev.karavel.api.catalog.Preferences;
import dev.karavel.api.report.ReportSchedule;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** In which language an alert or report speaks: the one it was given in {@code extra.language}, else its owner's, else English. */
@Component(service = MessageLanguage.class)
public final class MessageLanguage {
    private final Preferences preferences;

    @Activate
    public MessageLanguage(@Reference Preferences preferences) {
        this.preferences = preferences;
    }

    public Locale of(ReportSchedule schedule) {
        String given = DashboardState.language(schedule.delivery().extra());
        if (!given.isEmpty()) {
            return Locale.forLanguageTag(given);
        }
        Set<Long> people = new LinkedHashSet<>();
        schedule.stamp().createdBy().filter(schedule.owners()::contains).ifPresent(people::add);
        people.addAll(new TreeSet<>(schedule.owners()));
        return people.stream()
                .map(person -> preferences.of(person).getOrDefault("language", ""))
                .filter(language -> !language.isBlank())
                .findFirst()
                .map(Locale::forLanguageTag)
                .orElse(Locale.ENGLISH);
    }
}
