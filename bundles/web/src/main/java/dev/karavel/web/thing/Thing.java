package dev.karavel.web.thing;

import dev.karavel.api.catalog.Stamp;
import dev.karavel.api.catalog.ThingKind;
import java.util.Set;

/** What dashboards, charts and datasets have in common for those who mark, tag and throw them away. */
public record Thing(ThingKind kind, long id, String name, String address, Set<Long> owners, Stamp stamp) {}
