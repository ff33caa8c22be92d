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
        assets.charts()
                .forEach(file -> put(file, ThingKind.CHART, uuid -> charts.find(uuid)
                        .filter(chart -> changed.test("chart") || chart.owners().contains(userId))));
        assets.dashboards()
                .forEach(file -> put(file, ThingKind.DASHBOARD, uuid -> dashboards
                        .find(uuid)
                        .filter(board ->
                                changed.test("dashboard") || board.owners().contains(userId))));
    }

    private void put(Fields file, ThingKind kind, Function<UUID, Optional<? extends Stored>> find) {
        if (!(file.values().get("tags") instanceof List<?> names) || names.isEmpty()) {
            return;
        }
        find.apply(file.uuid("uuid")).ifPresent(thing -> {
            for (Object name : names) {
                Tag tag = tags.findByName(String.valueOf(name)).orElseGet(() -> make(String.valueOf(name)));
                tags.put(tag.id(), kind, thing.id());
            }
        });
    }

    private Tag make(String name) {
        return tags.save(new Tag(0, UUID.randomUUID(), 0, name, "", Stamp.none().by(userId)));
    }
}
