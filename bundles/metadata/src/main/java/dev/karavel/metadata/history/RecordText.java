package dev.karavel.metadata.history;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/**
 * Records as JSON and back, by their components. A component that was added since is read as empty, one that went is not read: what
 * is kept outlives changes of the records.
 */
final class RecordText {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private RecordText() {}

    static ObjectNode write(Record from) {
        ObjectNode object = NODES.objectNode();
        for (RecordComponent part : from.getClass().getRecordComponents()) {
            object.set(part.getName(), node(value(part, from)));
        }
        return object;
    }

    static <T> T read(Class<T> type, JsonNode from) {
        return type.cast(record(type, from));
    }

    private static JsonNode node(Object value) {
        if (value instanceof Optional<?> optional) {
            return node(optional.orElse(null));
        }
        if (value == null) {
            return NODES.nullNode();
        }
        if (value instanceof Record record) {
            return write(record);
        }
        if (value instanceof Collection<?> many) {
            ArrayNode array = NODES.arrayNode();
            Collection<?> ordered = many instanceof Set<?> set ? new TreeSet<>(set) : many;
            ordered.forEach(one -> array.add(node(one)));
            return array;
        }
        if (value instanceof Map<?, ?> map) {
            ObjectNode object = NODES.objectNode();
            map.forEach((key, one) -> object.set(key.toString(), node(one)));
            return object;
        }
        if (value instanceof Boolean flag) {
            return NODES.booleanNode(flag);
        }
        if (value instanceof Integer || value instanceof Long) {
            return NODES.numberNode(((Number) value).longValue());
        }
        return NODES.textNode(value.toString());
    }

    private static Object value(Type type, JsonNode from) {
        boolean none = from.isMissingNode() || from.isNull();
        if (type instanceof ParameterizedType generic) {
            return many((Class<?>) generic.getRawType(), generic.getActualTypeArguments(), from);
        }
        Class<?> plain = (Class<?>) type;
        if (plain.isRecord()) {
            return record(plain, from);
        }
        if (plain == int.class || plain == Integer.class) {
            return from.asInt();
        }
        if (plain == long.class || plain == Long.class) {
            return from.asLong();
        }
        if (plain == boolean.class || plain == Boolean.class) {
            return from.asBoolean();
        }
        if (plain == String.class) {
            return none ? "" : from.asText();
        }
        if (plain == UUID.class) {
            return none ? UUID.randomUUID() : UUID.fromString(from.asText());
        }
        if (plain == Instant.class) {
            return none ? Instant.EPOCH : Instant.parse(from.asText());
        }
        if (plain.isEnum()) {
            return Arrays.stream((Object[]) plain.getEnumConstants())
                    .filter(one -> one.toString().equals(from.asText()))
                    .findFirst()
                    .orElse(plain.getEnumConstants()[0]);
        }
        throw new IllegalArgumentException("Records hold no " + type);
    }

    private static Object many(Class<?> raw, Type[] of, JsonNode from) {
        boolean none = from.isMissingNode() || from.isNull();
        if (raw == Optional.class) {
            return none ? Optional.empty() : Optional.of(value(of[0], from));
        }
        if (raw == Map.class) {
            Map<String, Object> map = new LinkedHashMap<>();
            from.properties().forEach(entry -> map.put(entry.getKey(), value(of[1], entry.getValue())));
            return map;
        }
        List<Object> list = new ArrayList<>();
        from.forEach(one -> list.add(value(of[0], one)));
        return raw == Set.class ? Set.copyOf(list) : list;
    }

    private static Object record(Class<?> type, JsonNode from) {
        RecordComponent[] parts = type.getRecordComponents();
        Class<?>[] types = Arrays.stream(parts).map(RecordComponent::getType).toArray(Class<?>[]::new);
        Object[] values = Arrays.stream(parts)
                .map(part -> value(part.getGenericType(), from.path(part.getName())))
                .toArray();
        try {
            return type.getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException(type.getSimpleName() + " cannot be made of what was kept", e);
        }
    }

    private static Object value(RecordComponent part, Record from) {
        try {
            return part.getAccessor().invoke(from);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(part.getName() + " cannot be read", e);
        }
    }

    /** How many places of which component differ; a component that holds JSON differs by its members. */
    static Map<String, Integer> differences(ObjectNode before, ObjectNode after) {
        Map<String, Integer> found = new HashMap<>();
        after.properties().forEach(entry -> {
            int count = Differences.count(before.path(entry.getKey()), entry.getValue());
            if (count > 0) {
                found.put(entry.getKey(), count);
            }
        });
        return found;
    }
}
