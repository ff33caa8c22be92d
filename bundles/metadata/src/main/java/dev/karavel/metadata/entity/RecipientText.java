package dev.karavel.metadata.entity;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.karavel.api.report.ReportSchedule.Recipient;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Recipients as one column: a JSON array of channels with their settings. */
final class RecipientText {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final TypeReference<List<Entry>> ENTRIES = new TypeReference<>() {};

    private record Entry(String channel, Map<String, String> settings) {}

    private RecipientText() {}

    static String write(List<Recipient> recipients) {
        try {
            return MAPPER.writeValueAsString(recipients.stream()
                    .map(recipient -> new Entry(recipient.channel(), new TreeMap<>(recipient.settings())))
                    .toList());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Recipients are plain text", e);
        }
    }

    static List<Recipient> read(String stored) {
        if (stored.isEmpty()) {
            return List.of();
        }
        try {
            return MAPPER.readValue(stored, ENTRIES).stream()
                    .map(entry -> new Recipient(entry.channel(), entry.settings()))
                    .toList();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Recipients in the database are no list", e);
        }
    }
}
