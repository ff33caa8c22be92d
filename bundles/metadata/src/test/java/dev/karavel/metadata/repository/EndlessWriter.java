package dev.karavel.metadata.repository;

import dev.karavel.api.catalog.ListQuery;
import dev.karavel.api.catalog.Stored;
import dev.karavel.metadata.store.OpenDatabase;
import dev.karavel.metadata.store.TestDatabase;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/** A process that saves from several threads and prints each id once it is saved, until it is killed. */
public final class EndlessWriter {
    private EndlessWriter() {}

    public static void main(String[] arguments) {
        Repositories all =
                new Repositories(TestDatabase.in(Path.of(arguments[0])).transactions());
        IntStream.range(0, 4).forEach(thread -> new Thread(() -> save(all, arguments[1] + "." + thread)).start());
    }

    /** Ids of all that was saved. */
    public static List<Long> stored(OpenDatabase database) {
        Repositories all = new Repositories(database.transactions());
        return all.roles.list(ListQuery.everything()).items().stream()
                .map(Stored::id)
                .toList();
    }

    private static void save(Repositories all, String name) {
        for (int i = 0; ; i++) {
            long id = all.role(name + "." + i).id();
            synchronized (EndlessWriter.class) {
                System.out.println(id);
                System.out.flush();
            }
        }
    }
}
