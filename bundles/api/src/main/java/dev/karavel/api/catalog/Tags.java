package dev.karavel.api.catalog;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** The tags and what they are on. No two have the same name, whatever the case of letters. To delete one takes it off everything. */
@ProviderType
public interface Tags extends Repository<Tag> {
    Optional<Tag> findByName(String name);

    /** The tags of each of these things, in the order of their names; things without any are not in it. */
    Map<Long, List<Tag>> on(ThingKind kind, Collection<Long> ids);

    /** What carries a tag, by kind; some of it may be gone. */
    Map<ThingKind, List<Long>> under(long tagId);

    /** To put it on twice is the same as once. */
    void put(long tagId, ThingKind kind, long id);

    /** @return false if it was not on it */
    boolean take(long tagId, ThingKind kind, long id);
}
