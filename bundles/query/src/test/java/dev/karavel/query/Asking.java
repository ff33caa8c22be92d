package dev.karavel.query;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.karavel.api.query.ChartAnswer;
import dev.karavel.api.query.ChartRequest;
import dev.karavel.api.query.ResultType;
import dev.karavel.api.security.Principal;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/** Asks a small world of charts, and reads the answers. */
abstract class Asking {
    final World world = new World();
    final ChartQueries queries = world.queries();

    int timeout(Optional<Integer> wished) {
        return part(ask(new ChartRequest(
                        Optional.of(1L), Optional.empty(), Map.of(), List.of(), ResultType.FULL, true, wished)))
                .get("cache_timeout")
                .asInt();
    }

    static ChartRequest formData(Map<String, Object> formData) {
        return new ChartRequest(
                Optional.empty(), Optional.empty(), formData, List.of(), ResultType.FULL, false, Optional.empty());
    }

    ChartAnswer ask(ChartRequest request) {
        return ask(request, World.ADMIN);
    }

    ChartAnswer ask(ChartRequest request, Principal principal) {
        return queries.answer(request, principal, world.deadline());
    }

    static JsonNode part(ChartAnswer answer) {
        return json(answer).at("/result/0");
    }

    static JsonNode json(ChartAnswer answer) {
        try {
            return new ObjectMapper().readTree(new GZIPInputStream(new ByteArrayInputStream(answer.gzip())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
