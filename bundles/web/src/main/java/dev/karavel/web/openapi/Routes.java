package dev.karavel.web.openapi;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The table of all routes, read from the resource classes themselves. */
public final class Routes {
    private Routes() {}

    public static List<Route> all() {
        return Resources.ALL.stream()
                .flatMap(resource ->
                        Arrays.stream(resource.getDeclaredMethods()).map(method -> Route.of(resource, method)))
                .flatMap(Optional::stream)
                .sorted(Comparator.comparing(Route::path).thenComparing(Route::verb))
                .toList();
    }
}
