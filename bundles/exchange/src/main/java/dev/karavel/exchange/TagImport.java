package dev.karavel.exchange;

import dev.karavel.api.catalog.Charts;
import dev.karavel.api.catalog.Dashboards;
import dev.karavel.api.catalog.Stamp;
import dev.karavel.api.catalog.Stored;
import dev.karavel.api.catalog.Tag;
import dev.karavel.api.catalog.Tags;
import dev.karavel.api.catalog.ThingKind;
import dev.karavel.exchange.yaml.AssetFolder;
import dev.karavel.exchange.yaml.Fields;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;

/** Puts the tags of files on what was brought in; those that are there already stay. */
final class TagImport {
    private final Tags tags;
    private final long userId;

    TagImport(Tags tags, long userId) {
        this.tags = tags;
        this.userId = userId;
    }

    /** @param changed whether things of a kind were changed where they existed; those that were just made belong to {@code userId} */
    void run(AssetFolder assets, Charts charts, Dashboards dashboards, Predicate<String> changed) {
        Map<String, String> meanings = assets.tags();
        assets.charts()
                .forEach(file -> put(file, meanings, ThingKind.CHART, uuid -> charts.find(uuid)
                        .filter(chart -> changed.test("chart") || chart.owners().contains(userId))));
        assets.dashboards()
                .forEach(file -> put(file, meanings, ThingKind.DASHBOARD, uuid -> dashboards
                        .find(uuid)
                        .filter(board ->
                                changed.test("dashboard") || board.owners().contains(userId))));
    }

    private void put(
            Fields file,
            Map<String, String> meanings,
            ThingKind kind,
            Function<UUID, Optional<? extends Stored>> find) {
        if (!(file.values().get("tags") instanceof List<?> names) || names.isEmpty()) {
            return;
        }
        find.apply(file.uuid("uuid")).ifPresent(thing -> {
            for (Object each : names) {
                String name = String.valueOf(each);
                Tag tag = tags.findByName(name).orElseGet(() -> make(name, meanings.getOrDefault(name, "")));
                tags.put(tag.id(), kind, thing.id());
            }
        });
    }

    private Tag make(String name, String meaning) {
        return tags.save(
                new Tag(0, UUID.randomUUID(), 0, name, meaning, Stamp.none().by(userId)));
    }
}
