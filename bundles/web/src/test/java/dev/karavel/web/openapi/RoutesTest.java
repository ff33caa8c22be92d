package dev.karavel.web.openapi;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.karavel.web.json.Json;
import dev.karavel.web.rest.Needs;
import dev.karavel.web.rest.Open;
import dev.karavel.web.rest.SignedIn;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.Annotation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RoutesTest {
    private static final Path ROLES =
            Path.of("../security/src/main/resources/dev/karavel/security/role/built-in-roles.txt");

    private final List<Route> routes = Routes.all();

    @Test
    void everyRouteSaysWhoMayUseItInOneWay() {
        List<Class<? extends Annotation>> ways = List.of(Needs.class, SignedIn.class, Open.class);
        assertThat(routes).hasSizeGreaterThan(40).allSatisfy(route -> assertThat(
                        ways.stream().filter(route.method()::isAnnotationPresent))
                .as(route.verb() + " " + route.path())
                .hasSize(1));
    }

    @Test
    void onlySignInIsOpen() {
        assertThat(routes.stream().filter(Route::open).map(Route::path))
                .containsExactlyInAnyOrder("/security/login", "/security/refresh");
    }

    @Test
    void whatWritesNeedsAPermissionToWrite() {
        assertThat(routes.stream()
                        .filter(route ->
                                route.verb().equals("PUT") || route.verb().equals("DELETE")))
                .isNotEmpty()
                .allSatisfy(route -> assertThat(route.needs())
                        .hasValueSatisfying(needs -> assertThat(needs.action()).isEqualTo("can_write")));
    }

    @Test
    void everyPermissionAskedForIsInTheTableOfRoles() throws IOException {
        Set<String> known = new TreeSet<>();
        for (String line : Files.readAllLines(ROLES, UTF_8)) {
            String[] cells = line.split("\\|");
            if (cells.length > 1 && !line.startsWith("#")) {
                Stream.of(cells[1].trim().split("\\s+")).forEach(action -> known.add(action + " " + cells[0].trim()));
            }
        }
        assertThat(routes.stream()
                        .flatMap(route -> route.needs().stream())
                        .map(needs -> needs.action() + " " + needs.view()))
                .isNotEmpty()
                .isSubsetOf(known);
    }

    @Test
    void theTableHoldsEveryResourceOfTheBundle() throws IOException {
        try (Stream<Path> components = Files.list(Path.of("target/classes/OSGI-INF"))) {
            List<String> found = components
                    .filter(RoutesTest::isResource)
                    .map(file -> file.getFileName().toString().replaceFirst("\\.xml$", ""))
                    .toList();
            assertThat(found)
                    .containsExactlyInAnyOrderElementsOf(
                            Resources.ALL.stream().map(Class::getName).toList());
        }
    }

    @Test
    void theOpenApiDocumentDescribesTheRoutesThereAre() {
        JsonNode document = Json.mapper().valueToTree(new OpenApiDocument(routes).build("1.2.3"));
        List<String> described = new ArrayList<>();
        document.path("paths").properties().forEach(path -> path.getValue()
                .properties()
                .forEach(
                        operation -> described.add(operation.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey())));
        assertThat(described)
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(routes.stream()
                        .map(route -> route.verb() + " " + route.path())
                        .distinct()
                        .toList());
        assertThat(document.at("/paths/~1sqllab~1export_streaming~1/post/requestBody")
                        .isObject())
                .as("told by its JSON, although it takes a form too")
                .isTrue();
        assertThat(document.at("/paths/~1chart~1{id}~1data~1/get/parameters/0/name")
                        .asText())
                .isEqualTo("id");
        assertThat(document.at("/info/version").asText()).isEqualTo("1.2.3");
    }

    @Test
    void everyOperationOfTheDocumentIsCompleteAndNamedOnce() {
        JsonNode document = Json.mapper().valueToTree(new OpenApiDocument(routes).build("1"));
        List<String> names = new ArrayList<>();
        document.path("paths")
                .forEach(path -> path.forEach(operation -> {
                    names.add(operation.path("operationId").asText());
                    assertThat(operation.path("summary").asText()).isNotBlank();
                    assertThat(operation.path("responses")).hasSizeGreaterThanOrEqualTo(3);
                }));
        assertThat(names).doesNotHaveDuplicates();
    }

    @Test
    void pathsShowParametersWithoutTheirPatterns() {
        assertThat(routes.stream().map(Route::path).collect(Collectors.toSet()))
                .contains(
                        "/chart/{id}/data/",
                        "/dashboard/{id_or_slug}/charts",
                        "/datasource/{type}/{id}/column/{column}/values/")
                .allSatisfy(path -> assertThat(path).doesNotContain("\\").doesNotContain(":"));
    }

    private static boolean isResource(Path file) {
        try {
            return Files.isRegularFile(file) && Files.readString(file, UTF_8).contains("osgi.jakartars.resource");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
